package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.EuropeanElection.FederalList;
import org.urnengang.rules.seats.EuropeanElection.LinkedLists;
import org.urnengang.rules.seats.EuropeanElection.Nomination;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;

/**
 * § 2 EuWG: seats to the nominations (Abs. 3), one more to a majority that missed more than half of
 * them (Abs. 4), those of linked lists to the Länder (Abs. 6).
 */
final class EuropeanParliament implements SeatLaw<EuropeanElection, SeatResult> {

  @Override
  public LawKey<EuropeanElection, SeatResult> key() {
    return Laws.EUROPA;
  }

  @Override
  public Allocation<SeatResult> calculate(EuropeanElection election, Lots lots) {
    Working working = new Working(lots);
    List<Claim> claims =
        election.nominations().entrySet().stream()
            .filter(
                nomination ->
                    election
                        .rules()
                        .threshold()
                        .value()
                        .isReachedBy(nomination.getValue().votes(), election.validVotes()))
            .map(nomination -> Claim.of(nomination.getKey(), nomination.getValue().votes()))
            .toList();
    return working
        .divide(
            Stage.of(Stage.Kind.PARTIES),
            election.rules().seats().value(),
            claims,
            "§ 2 Abs. 3 EuWG")
        .then(table -> withMajority(claims, table, working))
        .then(seats -> toLists(election, seats, working));
  }

  private static Allocation<SortedMap<String, Integer>> withMajority(
      List<Claim> claims, SeatTable table, Working working) {
    long votes = claims.stream().mapToLong(Claim::votes).sum();
    String holder = MajorityOfSeats.missed(claims, votes, table).orElse("");
    if (holder.isEmpty()) {
      return working.found(table.seats());
    }
    int own = table.seatsOf(holder) + 1;
    List<Claim> others = claims.stream().filter(claim -> !claim.key().equals(holder)).toList();
    return working
        .divide(
            Stage.of(Stage.Kind.OTHERS_BESIDE_MAJORITY),
            table.total() - own,
            others,
            "§ 2 Abs. 4 EuWG")
        .then(
            rest -> {
              SortedMap<String, Integer> seats = new TreeMap<>(rest.seats());
              seats.put(holder, own);
              return working.found(seats);
            });
  }

  private static Allocation<SeatResult> toLists(
      EuropeanElection election, SortedMap<String, Integer> seats, Working working) {
    SeatCount count = new SeatCount();
    return working
        .each(
            seats.keySet(),
            key -> {
              int own = seats.getOrDefault(key, 0);
              return switch (nomination(election, key)) {
                case FederalList _ -> working.found(count.add(key, own));
                case LinkedLists lists ->
                    working
                        .divide(
                            new Stage(Stage.Kind.PARTY_LISTS, key),
                            own,
                            claims(lists),
                            "§ 2 Abs. 6 EuWG")
                        .then(table -> working.found(addLists(count, key, table)));
              };
            })
        .then(_ -> working.found(count.result()));
  }

  private static Nomination nomination(EuropeanElection election, String key) {
    Nomination nomination = election.nominations().get(key);
    if (nomination == null) {
      throw new IllegalArgumentException(key);
    }
    return nomination;
  }

  private static List<Claim> claims(LinkedLists lists) {
    return lists.byLand().entrySet().stream()
        .map(list -> Claim.of(list.getKey(), list.getValue()))
        .toList();
  }

  private static SeatCount addLists(SeatCount count, String key, SeatTable table) {
    table.seats().forEach((land, seats) -> count.add(land, key, seats));
    return count;
  }
}
