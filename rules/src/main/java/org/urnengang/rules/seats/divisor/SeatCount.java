package org.urnengang.rules.seats.divisor;

import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.SeatResult;

/** Adds up who has how many seats, by Land where a law knows Länder. */
final class SeatCount {
  private final SortedMap<String, Integer> parties = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> byLand = new TreeMap<>();
  private final SortedMap<String, SeatResult.DistrictSeat> districts = new TreeMap<>();
  private int total;

  SeatCount add(String party, int seats) {
    if (seats > 0) {
      parties.merge(party, seats, Integer::sum);
      total += seats;
    }
    return this;
  }

  SeatCount add(String land, String party, int seats) {
    if (seats > 0) {
      byLand.computeIfAbsent(land, key -> new TreeMap<>()).merge(party, seats, Integer::sum);
    }
    return add(party, seats);
  }

  SeatCount district(String district, String winner, boolean seated) {
    districts.put(district, new SeatResult.DistrictSeat(winner, seated));
    return this;
  }

  SeatResult result() {
    return new SeatResult(total, parties, byLand, districts);
  }
}
