package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.ListAndPersonsElection.Elected;
import org.urnengang.rules.seats.ListAndPersonsElection.Nomination;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Result;
import org.urnengang.rules.seats.ListAndPersonsElection.SingleNomination;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;

/**
 * § 36 NKWG: shares with largest remainders for the nominations (Abs. 2), a further seat for a
 * majority (Abs. 3), then for list and persons of each nomination (Abs. 4 to 7).
 */
final class CouncilOfLowerSaxony implements SeatLaw<ListAndPersonsElection, Result> {

  @Override
  public LawKey<ListAndPersonsElection, Result> key() {
    return Laws.RAT_NIEDERSACHSEN;
  }

  @Override
  public Allocation<Result> calculate(ListAndPersonsElection election, Lots lots) {
    Working working = new Working(lots);
    int size = size(election);
    List<Claim> claims =
        election.nominations().entrySet().stream()
            .map(entry -> Claim.of(entry.getKey(), entry.getValue().votes()))
            .toList();
    return working
        .share(Stage.of(Stage.Kind.PARTIES), size, claims, "§ 36 Abs. 2 NKWG")
        .then(table -> withMajority(election, size, claims, table, working))
        .then(seats -> occupied(election, seats, working));
  }

  private static int size(ListAndPersonsElection election) {
    ListAndPersonsElection.Rules rules = election.rules();
    return new Membership(
            rules.municipality().value(),
            new TreeMap<>(),
            rules.greatestReduction().value(),
            rules.smallest().value(),
            rules.parity().value())
        .members(election.size());
  }

  /**
   * Absatz 3: who has the majority of votes and missed that of seats was rounded down, and receives
   * one of the seats for fractions before the others.
   */
  private static Allocation<SortedMap<String, Integer>> withMajority(
      ListAndPersonsElection election,
      int size,
      List<Claim> claims,
      SeatTable table,
      Working working) {
    long votes = claims.stream().mapToLong(Claim::votes).sum();
    String holder =
        MajorityOfSeats.missed(claims, votes, table)
            .filter(key -> election.nominations().get(key) instanceof PartyNomination)
            .orElse("");
    if (holder.isEmpty()) {
      return working.found(table.seats());
    }
    int own = table.seatsOf(holder) + 1;
    List<Claim> others = claims.stream().filter(claim -> !claim.key().equals(holder)).toList();
    Quota quota = new Quota(others, size, votes);
    int left = size - own;
    long threshold = quota.threshold(left);
    SortedSet<String> tied = quota.at(threshold);
    int open = Math.toIntExact(tied.size() - (quota.total(threshold) - left));
    return working
        .choose(Stage.of(Stage.Kind.OTHERS_BESIDE_MAJORITY), size, tied, open, "§ 36 Abs. 3 NKWG")
        .then(
            drawn -> {
              SortedMap<String, Integer> seats = new TreeMap<>();
              for (Claim claim : others) {
                boolean loses = tied.contains(claim.key()) && !drawn.contains(claim.key());
                seats.put(claim.key(), quota.roundedFrom(threshold, claim) - (loses ? 1 : 0));
              }
              seats.put(holder, own);
              return working.found(seats);
            });
  }

  private static Allocation<Result> occupied(
      ListAndPersonsElection election, SortedMap<String, Integer> seats, Working working) {
    return working
        .each(
            election.nominations().keySet(),
            key -> elected(key, election, seats.getOrDefault(key, 0), working))
        .then(
            elected -> {
              SeatCount count = new SeatCount();
              seats.forEach(count::add);
              return working.found(new Result(count.result(), new TreeMap<>(elected)));
            });
  }

  private static Allocation<Elected> elected(
      String key, ListAndPersonsElection election, int seats, Working working) {
    Nomination nomination = election.nominations().get(key);
    return switch (nomination) {
      case PartyNomination party -> new PersonsOfList(key, party, working).elect(seats);
      case SingleNomination _ ->
          working.found(
              new Elected(seats > 0 ? List.of(key) : List.of(), List.of(), Math.max(0, seats - 1)));
      case null -> throw new IllegalArgumentException(key);
    };
  }
}
