package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sitzverteilung einer Volksvertretung, the answer: who has how many seats.
 *
 * @param total all seats
 * @param parties seats by party, list or independent; only those that have any
 * @param byLand the same by Land and party; empty where a law knows no Länder
 * @param districts who won each Wahlkreis and whether the seat is given; empty where the law was
 *     asked with mere numbers of districts won
 */
public record SeatResult(
    int total,
    SortedMap<String, Integer> parties,
    SortedMap<String, SortedMap<String, Integer>> byLand,
    SortedMap<String, DistrictSeat> districts) {
  public SeatResult {
    parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    TreeMap<String, SortedMap<String, Integer>> lands = new TreeMap<>();
    byLand.forEach(
        (land, seats) -> lands.put(land, Collections.unmodifiableSortedMap(new TreeMap<>(seats))));
    byLand = Collections.unmodifiableSortedMap(lands);
    districts = Collections.unmodifiableSortedMap(new TreeMap<>(districts));
  }

  /** Seats of a party, list or independent, 0 if it has none. */
  public int seatsOf(String party) {
    return parties.getOrDefault(party, 0);
  }

  /** Seats of a party in a Land, 0 if it has none. */
  public int seatsOf(String land, String party) {
    return byLand.getOrDefault(land, Collections.emptySortedMap()).getOrDefault(party, 0);
  }

  /**
   * Wahlkreissitz.
   *
   * @param winner key of the candidate with the most first votes
   * @param seated whether the winner receives the seat (not, if it is not covered by second votes)
   */
  public record DistrictSeat(String winner, boolean seated) {}
}
