package org.urnengang.rules.seats.quotient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.SeatTable.Span;
import org.urnengang.rules.seats.Stage;

/**
 * Höchstzahlen: gives seat after seat to the claim with the highest quotient. Quotients of a claim
 * with v votes and s seats: f·v/(f·s+1), which is v/(s+½) for f = 2 and v/(s+1) for f = 1.
 */
public final class QuotientQueue {
  private final MethodKind method;
  private final int factor;
  private final List<Claim> claims;
  private final int[] seats;
  private final int[] heap;
  private int heapSize;
  private final List<AwardedSeat> order = new ArrayList<>();
  private final int minimumSeats;

  /**
   * Starts with the minimum seats.
   *
   * @param claims in the order of their keys
   */
  public QuotientQueue(MethodKind method, List<Claim> claims) {
    this.method = method;
    this.factor =
        switch (method) {
          case SAINTE_LAGUE -> 2;
          case D_HONDT -> 1;
          case HARE_NIEMEYER -> throw new IllegalArgumentException("hat keine Höchstzahlen");
        };
    this.claims = claims;
    this.seats = new int[claims.size()];
    this.heap = new int[claims.size()];
    for (int claim = 0; claim < seats.length; claim++) {
      while (seats[claim] < claims.get(claim).minimum()) {
        award(claim, Basis.MINIMUM, false);
      }
    }
    this.minimumSeats = order.size();
    fillHeap();
  }

  private void award(int claim, Basis basis, boolean byLot) {
    order.add(
        new AwardedSeat(order.size() + 1, claims.get(claim).key(), basis, quotient(claim), byLot));
    seats[claim]++;
  }

  private Fraction quotient(int claim) {
    return new Fraction(factor * claims.get(claim).votes(), (long) factor * seats[claim] + 1);
  }

  /** Seats awarded so far. */
  public int size() {
    return order.size();
  }

  /** Seats of a claim so far. */
  public int seats(int claim) {
    return seats[claim];
  }

  /** Whether nobody with votes is left to give a seat to. */
  public boolean isEmpty() {
    return heapSize == 0;
  }

  /** Gives the next seat. */
  public void next() {
    award(heap[0], Basis.QUOTIENT, false);
    sink(0);
  }

  /** The seat awarded last. */
  public AwardedSeat last() {
    return order.getLast();
  }

  /**
   * Those with equal quotients of whom not all can have the last seats; empty without such a tie.
   */
  public SortedSet<String> tied() {
    SortedSet<String> tied = new TreeSet<>();
    if (!hasTie()) {
      return tied;
    }
    Fraction value = last().value();
    for (int claim = 0; claim < seats.length; claim++) {
      if (quotient(claim).equals(value)) {
        tied.add(claims.get(claim).key());
      }
    }
    for (int i = order.size() - tiedSeats(); i < order.size(); i++) {
      tied.add(order.get(i).key());
    }
    return tied;
  }

  private boolean hasTie() {
    return heapSize > 0 && order.size() > minimumSeats && quotient(heap[0]).equals(last().value());
  }

  /** How many of the last seats were given on the last quotient. */
  public int tiedSeats() {
    Fraction value = last().value();
    int count = 0;
    while (order.size() - count > minimumSeats
        && order.get(order.size() - 1 - count).value().equals(value)) {
      count++;
    }
    return count;
  }

  /** Seats of a tied claim without the seat that the tie is about. */
  public int seatsBeforeTie(int claim) {
    String key = claims.get(claim).key();
    for (int count = tiedSeats(); count > 0; count--) {
      if (order.get(order.size() - count).key().equals(key)) {
        return seats[claim] - 1;
      }
    }
    return seats[claim];
  }

  /** Gives the last seats to those who won the lot among the tied. */
  public void settle(SortedSet<String> drawn) {
    for (int count = tiedSeats(); count > 0; count--) {
      seats[index(order.removeLast().key())]--;
    }
    for (String key : drawn) {
      award(index(key), Basis.QUOTIENT, true);
    }
    fillHeap();
  }

  private int index(String key) {
    int claim = 0;
    while (!claims.get(claim).key().equals(key)) {
      claim++;
    }
    return claim;
  }

  /** What has been awarded so far, as a table. */
  public SeatTable table(Stage stage) {
    SortedMap<String, Integer> byKey = new TreeMap<>();
    for (int claim = 0; claim < seats.length; claim++) {
      byKey.put(claims.get(claim).key(), seats[claim]);
    }
    Fraction low = heapSize == 0 ? Fraction.ZERO : quotient(heap[0]);
    Optional<Fraction> high =
        order.size() > minimumSeats ? Optional.of(last().value()) : Optional.empty();
    return new SeatTable(method, stage, byKey, order, new Span(low, high));
  }

  private void fillHeap() {
    heapSize = 0;
    for (int claim = 0; claim < seats.length; claim++) {
      if (claims.get(claim).votes() > 0) {
        heap[heapSize++] = claim;
      }
    }
    for (int parent = heapSize / 2; parent >= 0; parent--) {
      sink(parent);
    }
  }

  private void sink(int from) {
    int parent = from;
    while (2 * parent + 1 < heapSize) {
      int child = 2 * parent + 1;
      if (child + 1 < heapSize && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[parent])) {
        return;
      }
      int swap = heap[parent];
      heap[parent] = heap[child];
      heap[child] = swap;
      parent = child;
    }
  }

  /** Higher quotient first; among equals the smaller key, which only orders the table. */
  private boolean isBefore(int one, int other) {
    long left = claims.get(one).votes() * ((long) factor * seats[other] + 1);
    long right = claims.get(other).votes() * ((long) factor * seats[one] + 1);
    return left != right ? left > right : one < other;
  }
}
