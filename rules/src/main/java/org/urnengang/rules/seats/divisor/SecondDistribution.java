package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;

/**
 * Zweite Verteilung (§ 6 Abs. 5 bis 7 BWahlG 2013 and 2020): the house grows until every party has
 * what it must reach; each party's seats go to its lists.
 *
 * @param first what came before
 * @param enlargement how far the house must grow
 * @param minimum seats by party and Land that each list receives in any case
 */
record SecondDistribution(
    FirstDistribution first,
    Enlargement enlargement,
    SortedMap<String, SortedMap<String, Integer>> minimum) {

  Allocation<SeatResult> calculate(Working working, String law) {
    return enlargement
        .from(first.remaining(), working, law)
        .then(table -> working.found(seatsByParty(table)))
        .then(seats -> working.each(seats.keySet(), party -> toLists(party, seats, working, law)))
        .then(lists -> working.found(result(lists)));
  }

  /** Seats of the parties with overhang that is kept and with the majority clause. */
  private SortedMap<String, Integer> seatsByParty(SeatTable table) {
    SortedMap<String, Integer> seats = new TreeMap<>();
    int size = 0;
    for (String party : table.seats().keySet()) {
      int own = table.seatsOf(party) + enlargement.missing(party, table);
      seats.put(party, own);
      size += own;
    }
    int all = size;
    MajorityOfSeats.holder(enlargement.claims(), first.admitted().votes())
        .ifPresent(
            party ->
                seats.computeIfPresent(
                    party, (key, own) -> own + MajorityOfSeats.additional(own, all)));
    return seats;
  }

  private Allocation<SeatTable> toLists(
      String party, SortedMap<String, Integer> seats, Working working, String law) {
    SortedMap<String, Integer> least = minimum.getOrDefault(party, new TreeMap<>());
    List<Claim> lists =
        first.admitted().of(party).entrySet().stream()
            .map(
                list ->
                    new Claim(list.getKey(), list.getValue(), least.getOrDefault(list.getKey(), 0)))
            .toList();
    return working.divide(
        new Stage(Stage.Kind.PARTY_LISTS, party), seats.getOrDefault(party, 0), lists, law);
  }

  private SeatResult result(SortedMap<String, SeatTable> lists) {
    SeatCount count = new SeatCount();
    lists.forEach(
        (party, table) -> table.seats().forEach((land, seats) -> count.add(land, party, seats)));
    first.addOutsiders(count);
    return count.result();
  }
}
