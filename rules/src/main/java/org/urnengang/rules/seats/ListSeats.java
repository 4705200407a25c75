package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Besetzung der Sitze einer Liste (§ 6 Abs. 6 BWahlG 2013, § 6 Abs. 4 BWahlG 2023, § 2 Abs. 5
 * EuWG).
 *
 * @param list name of the list, for messages
 * @param seats seats of the list, district seats included
 * @param districtWinners persons of this list who take a district seat, by district
 * @param uncovered persons of this list who won a district without cover, best share first; they
 *     come before the list in the succession (§ 48 Abs. 1 BWahlG 2023)
 * @param candidates the list in its order
 * @param electedElsewhere persons who are elected by another district or list
 * @param gone persons who died, declined or left the party
 * @param succession whether a seat that falls free is filled from the list (not while unlevelled
 *     overhang seats remain, § 48 Abs. 1 Satz 2 BWahlG 2020)
 */
public record ListSeats(
    String list,
    int seats,
    SortedMap<String, String> districtWinners,
    List<String> uncovered,
    List<String> candidates,
    SortedSet<String> electedElsewhere,
    SortedSet<String> gone,
    boolean succession) {
  public ListSeats {
    districtWinners = Collections.unmodifiableSortedMap(new TreeMap<>(districtWinners));
    uncovered = List.copyOf(uncovered);
    candidates = List.copyOf(candidates);
    electedElsewhere = Collections.unmodifiableSortedSet(new TreeSet<>(electedElsewhere));
    gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
    if (districtWinners.size() > seats) {
      throw new InvalidSeatInput(
          list + ": " + districtWinners.size() + " Wahlkreissitze bei " + seats + " Sitzen");
    }
    if (new HashSet<>(candidates).size() < candidates.size()) {
      throw new InvalidSeatInput(list + ": eine Person steht doppelt auf der Liste");
    }
  }

  /** Worauf ein Sitz beruht. */
  public sealed interface Basis {}

  /** Wahlkreis. */
  public record InDistrict(String district) implements Basis {}

  /** Listenplatz, from 1. */
  public record OnList(int place) implements Basis {}

  /** Gewählte Person. */
  public record Seat(String person, Basis basis) {}

  /** Why somebody on the list receives no list seat. */
  public enum SkipReason {
    /** Elected in a district of this list. */
    ELECTED_IN_DISTRICT,
    /** Elected by another district or list. */
    ELECTED_ELSEWHERE,
    /** Died, declined or left the party. */
    GONE
  }

  /** Übergangene Person of the list. */
  public record Skipped(int place, String person, SkipReason reason) {}

  /**
   * Wer die Sitze einnimmt.
   *
   * @param taken district seats by district, then list seats by place
   * @param skipped persons on the list who are passed over, by place
   * @param vacant seats for which the list is exhausted
   * @param successors Nachrücker in their order
   */
  public record Filled(
      List<Seat> taken, List<Skipped> skipped, int vacant, List<String> successors) {
    public Filled {
      taken = List.copyOf(taken);
      skipped = List.copyOf(skipped);
      successors = List.copyOf(successors);
    }
  }
}
