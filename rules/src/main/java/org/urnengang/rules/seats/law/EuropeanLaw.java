package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.urnengang.rules.seats.Step;

/** § 2 EuWG: seats to nominations, then those of linked lists to the Länder. */
final class EuropeanLaw implements SeatLaw<EuropeanElection, SeatResult> {

  @Override
  public LawKey<EuropeanElection, SeatResult> key() {
    return Laws.EUROPA;
  }

  @Override
  public Allocation<SeatResult> calculate(EuropeanElection election, Lots lots) {
    Course course = new Course(lots);
    List<Claim> claims = new ArrayList<>();
    election
        .nominations()
        .forEach(
            (key, nomination) -> {
              if (Admission.byShare(
                  key,
                  nomination.votes(),
                  election.validVotes(),
                  0,
                  election.rules().threshold(),
                  course)) {
                claims.add(Claim.of(key, nomination.votes()));
              }
            });
    int seats = election.rules().seats().value();
    return course
        .sainteLague(Stage.of(Stage.Kind.PARTIES), seats, claims, "§ 2 Abs. 3 EuWG")
        .then(table -> majority(table, claims, course))
        .then(parties -> toLands(election, parties, course));
  }

  /** § 2 Abs. 4 EuWG: one further seat in a house of the same size; the others share the rest. */
  private static Allocation<SortedMap<String, Integer>> majority(
      SeatTable table, List<Claim> claims, Course course) {
    long allVotes = claims.stream().mapToLong(Claim::votes).sum();
    int size = table.total();
    Optional<Claim> largest =
        claims.stream()
            .filter(claim -> 2 * claim.votes() > allVotes)
            .filter(claim -> 2 * table.seatsOf(claim.key()) <= size)
            .findFirst();
    if (largest.isEmpty() || size == 0) {
      return course.done(table.seats());
    }
    Claim majority = largest.orElseThrow();
    int held = table.seatsOf(majority.key());
    int needed = held + 1;
    course.note(
        new Step.Majority(
            majority.key(), majority.votes(), allVotes, held, size, 1, size, "§ 2 Abs. 4 EuWG"));
    List<Claim> others = claims.stream().filter(claim -> !claim.equals(majority)).toList();
    return course
        .sainteLague(
            Stage.of(Stage.Kind.OTHERS_BESIDE_MAJORITY),
            size - needed,
            others,
            "§ 2 Abs. 4 Satz 2 EuWG")
        .then(
            rest -> {
              SortedMap<String, Integer> seats = new TreeMap<>(rest.seats());
              seats.put(majority.key(), needed);
              return course.done(seats);
            });
  }

  private static Allocation<SeatResult> toLands(
      EuropeanElection election, SortedMap<String, Integer> parties, Course course) {
    ResultBuilder result = new ResultBuilder();
    return course
        .each(
            election.nominations(),
            (key, nomination) ->
                toLists(key, nomination, parties.getOrDefault(key, 0), result, course))
        .then(seats -> course.finish(result.build()));
  }

  private static Allocation<Integer> toLists(
      String key, Nomination nomination, int seats, ResultBuilder result, Course course) {
    if (seats == 0) {
      return course.done(seats);
    }
    return switch (nomination) {
      case FederalList list -> {
        result.add(key, seats);
        yield course.done(seats);
      }
      case LinkedLists lists ->
          inLands(key, lists, seats, course)
              .then(
                  table -> {
                    table.seats().forEach((land, count) -> result.add(land, key, count));
                    return course.done(seats);
                  });
    };
  }

  private static Allocation<SeatTable> inLands(
      String key, LinkedLists lists, int seats, Course course) {
    List<Claim> claims = new ArrayList<>();
    lists.byLand().forEach((land, votes) -> claims.add(Claim.of(land, votes)));
    return course.sainteLague(
        new Stage(Stage.Kind.PARTY_LISTS, key), seats, claims, "§ 2 Abs. 6 EuWG");
  }
}
