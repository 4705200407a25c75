package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sitztabelle: the outcome of one {@link Distribution}.
 *
 * @param method how it was distributed
 * @param stage where in the law
 * @param seats seats by claimant, everybody named, also with 0
 * @param order who received seat 1 to n and why: minimum seats first (by key), then by falling
 *     value, equal values by key
 * @param span what separates the last seat won from the first one lost
 */
public record SeatTable(
    MethodKind method,
    Stage stage,
    SortedMap<String, Integer> seats,
    List<AwardedSeat> order,
    Span span) {
  public SeatTable {
    seats = Collections.unmodifiableSortedMap(new TreeMap<>(seats));
    order = List.copyOf(order);
  }

  public SeatTable(
      MethodKind method,
      Stage stage,
      Map<String, Integer> seats,
      List<AwardedSeat> order,
      Span span) {
    this(method, stage, new TreeMap<>(seats), order, span);
  }

  /** Why a seat was given. */
  public enum Basis {
    /** Mindestsitz: given before the quotients are compared. */
    MINIMUM,
    /** Höchstzahl: the value is the quotient v/(s+½) or v/(s+1), s being the seats before it. */
    QUOTIENT,
    /** Ganze Zahl of the Hare share: the value is the share v·S/Σv. */
    WHOLE_SHARE,
    /** Größter Bruchteil: the value is the remainder of the Hare share, below 1. */
    REMAINDER
  }

  /**
   * One seat in the order of the distribution. Seats on equal values that all find a place are
   * ordered by key, which gives nobody anything.
   *
   * @param number 1 to n
   * @param key who received it
   * @param basis why
   * @param value what it was given on; for a minimum seat of a divisor method its quotient, for one
   *     of Hare/Niemeyer 0
   * @param byLot whether a lot decided
   */
  public record AwardedSeat(int number, String key, Basis basis, Fraction value, boolean byLot) {}

  /**
   * Spanne des Zuteilungsdivisors: every divisor d with low &lt; d ≤ high gives these seats, as the
   * official tables print it. After a lot both are equal. For Hare/Niemeyer the same of the
   * remainders (of those who share in the last round).
   *
   * @param low the highest value that won no seat; 0 if nobody has votes
   * @param high the lowest value that won a seat (no minimum seat, no whole share), empty if none
   *     did
   */
  public record Span(Fraction low, Optional<Fraction> high) {}

  /** Seats of a claimant, 0 if it took no part. */
  public int seatsOf(String key) {
    return seats.getOrDefault(key, 0);
  }

  /** Sum of the seats. */
  public int total() {
    return seats.values().stream().mapToInt(Integer::intValue).sum();
  }
}
