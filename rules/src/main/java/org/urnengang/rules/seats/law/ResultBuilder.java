package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.SeatResult;

/** Collects a {@link SeatResult}. */
final class ResultBuilder {
  private final SortedMap<String, Integer> parties = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> byLand = new TreeMap<>();
  private final SortedMap<String, SeatResult.DistrictSeat> districts = new TreeMap<>();
  private int total;

  void add(String party, int seats) {
    if (seats > 0) {
      parties.merge(party, seats, Integer::sum);
      total += seats;
    }
  }

  void add(String land, String party, int seats) {
    add(party, seats);
    if (seats > 0) {
      byLand.computeIfAbsent(land, key -> new TreeMap<>()).merge(party, seats, Integer::sum);
    }
  }

  void district(String district, String winner, boolean seated) {
    districts.put(district, new SeatResult.DistrictSeat(winner, seated));
  }

  int total() {
    return total;
  }

  SeatResult build() {
    return new SeatResult(total, parties, byLand, districts);
  }
}
