package org.urnengang.rules.seats.divisor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;

/**
 * Erste Verteilung (§ 6 Abs. 1 bis 4 BWahlG 2013 and 2020): seats to the Länder by inhabitants, in
 * each Land to the lists by second votes.
 *
 * @param constituencies who won the districts
 * @param admitted parties that take part
 * @param outsiders districts by Land won by somebody who takes no part (Abs. 1 Satz 2)
 * @param quotas seats by Land and list
 */
record FirstDistribution(
    Constituencies constituencies,
    Admitted admitted,
    Map<String, Integer> outsiders,
    SortedMap<String, SeatTable> quotas) {

  static Allocation<FirstDistribution> of(
      Constituencies constituencies, Working working, String law) {
    BundestagElection election = constituencies.election();
    Admitted admitted = Admitted.of(constituencies);
    Map<String, Integer> outsiders =
        constituencies.count(district -> wonByOutsider(constituencies, admitted, district));
    int seats = election.rules().seats().value();
    if (seats < sum(outsiders)) {
      return working.undecidable(Reason.TOO_FEW_SEATS);
    }
    return working
        .divide(
            Stage.of(Stage.Kind.LAND_SEATS),
            seats,
            election.lands().entrySet().stream()
                .map(land -> Claim.of(land.getKey(), land.getValue().inhabitants()))
                .toList(),
            law)
        .then(
            lands ->
                working.each(
                    election.lands().keySet(),
                    land -> {
                      int left = lands.seatsOf(land) - outsiders.getOrDefault(land, 0);
                      return left < 0
                          ? working.undecidable(Reason.TOO_FEW_SEATS)
                          : working.divide(
                              new Stage(Stage.Kind.LAND_LISTS, land),
                              left,
                              admitted.inLand(land),
                              law);
                    }))
        .then(
            quotas ->
                working.found(new FirstDistribution(constituencies, admitted, outsiders, quotas)));
  }

  private static boolean wonByOutsider(
      Constituencies constituencies, Admitted admitted, String district) {
    return constituencies.wonByIndependent(district)
        || !admitted.has(constituencies.winner(district), constituencies.district(district).land());
  }

  private static int sum(Map<String, Integer> numbers) {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Nach Absatz 1 Satz 3 verbleibende Sitze. */
  int remaining() {
    return constituencies.election().rules().seats().value() - sum(outsiders);
  }

  /** Seats of a list in this distribution. */
  int quota(String land, String party) {
    SeatTable table = quotas.get(land);
    return table == null ? 0 : table.seatsOf(party);
  }

  int districtsWon(String land, String party) {
    return constituencies.wonBy(land, party).size();
  }

  /** A number for each list of a party, by Land. */
  SortedMap<String, Integer> lists(String party, ListNumber number) {
    SortedMap<String, Integer> lists = new TreeMap<>();
    for (String land : admitted.of(party).keySet()) {
      lists.put(land, number.of(districtsWon(land, party), quota(land, party)));
    }
    return lists;
  }

  /** A number made of districts won and seats of the first distribution. */
  interface ListNumber {
    int of(int districtsWon, int quota);
  }

  /** Adds the district seats of those who take no part. */
  void addOutsiders(SeatCount count) {
    constituencies
        .winners()
        .forEach(
            (district, winner) -> {
              if (wonByOutsider(constituencies, admitted, district)) {
                count.add(constituencies.district(district).land(), winner, 1);
              }
              count.district(district, winner, true);
            });
  }
}
