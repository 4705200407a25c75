package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.ListAndPersonsElection.Elected;
import org.urnengang.rules.seats.ListAndPersonsElection.Nomination;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Person;
import org.urnengang.rules.seats.ListAndPersonsElection.Result;
import org.urnengang.rules.seats.ListAndPersonsElection.SingleNomination;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.quotient.HareShares;

/** § 36 NKWG: Hare/Niemeyer to nominations, and inside them to the list and the persons. */
final class CouncilLowerSaxony implements SeatLaw<ListAndPersonsElection, Result> {
  private static final String LIST = "list";
  private static final String PERSONS = "persons";

  @Override
  public LawKey<ListAndPersonsElection, Result> key() {
    return Laws.RAT_NIEDERSACHSEN;
  }

  @Override
  public Allocation<Result> calculate(ListAndPersonsElection election, Lots lots) {
    Course course = new Course(lots);
    int size = size(election, course);
    List<Claim> claims = new ArrayList<>();
    election
        .nominations()
        .forEach((key, nomination) -> claims.add(Claim.of(key, nomination.votes())));
    return course
        .hareNiemeyer(Stage.of(Stage.Kind.PARTIES), size, claims, "§ 36 Abs. 2 NKWG")
        .then(table -> majority(election, size, table, claims, course))
        .then(
            seats ->
                course
                    .each(
                        election.nominations(),
                        (key, nomination) ->
                            persons(key, nomination, seats.getOrDefault(key, 0), course))
                    .then(elected -> course.finish(result(seats, elected, course))));
  }

  /** § 46 NKomVG. */
  private static int size(ListAndPersonsElection election, Course course) {
    ListAndPersonsElection.Rules rules = election.rules();
    return switch (election.size()) {
      case CouncilElection.Known known -> known.seats();
      case CouncilElection.ByInhabitants size ->
          new CouncilMembers(
                  rules.municipality(),
                  rules.greatestReduction().value(),
                  rules.smallest().value(),
                  rules.parity().value())
              .of(size, course);
    };
  }

  private static Result result(
      SortedMap<String, Integer> seats, SortedMap<String, Elected> elected, Course course) {
    elected.forEach(
        (key, who) -> {
          if (seats.getOrDefault(key, 0) > 0) {
            course.note(
                new Step.Seated(
                    key,
                    who.byPersonVotes(),
                    who.byList(),
                    who.vacant(),
                    "§ 36 Abs. 5 bis 7 NKWG"));
          }
        });
    ResultBuilder result = new ResultBuilder();
    seats.forEach(result::add);
    return new Result(result.build(), elected);
  }

  /** § 36 Abs. 3: the majority of votes receives one of the remainder seats first. */
  private static Allocation<SortedMap<String, Integer>> majority(
      ListAndPersonsElection election,
      int size,
      SeatTable table,
      List<Claim> claims,
      Course course) {
    HareShares shares = HareShares.of(claims, size);
    Optional<Claim> largest =
        claims.stream()
            .filter(claim -> election.nominations().get(claim.key()) instanceof PartyNomination)
            .filter(claim -> 2 * claim.votes() > shares.votes())
            .filter(claim -> 2 * table.seatsOf(claim.key()) <= size)
            .findFirst();
    if (largest.isEmpty() || size == 0) {
      return course.done(table.seats());
    }
    Claim party = largest.orElseThrow();
    String law = "§ 36 Abs. 3 NKWG";
    int held = table.seatsOf(party.key());
    course.note(
        new Step.Majority(party.key(), party.votes(), shares.votes(), held, size, 1, size, law));
    HareShares others = shares.withOneSeatFor(party);
    SortedMap<String, Integer> seats = new TreeMap<>();
    claims.forEach(claim -> seats.put(claim.key(), shares.whole(claim)));
    seats.merge(party.key(), 1, Integer::sum);
    return remainderWinners(others, size, course, law)
        .then(
            winners -> {
              winners.forEach(key -> seats.merge(key, 1, Integer::sum));
              return course.done(seats);
            });
  }

  private static Allocation<SortedSet<String>> remainderWinners(
      HareShares others, int seats, Course course, String law) {
    if (!others.hasTie()) {
      return course.done(others.possibleWinners());
    }
    LotCase tie =
        new LotCase(
            Stage.of(Stage.Kind.OTHERS_BESIDE_MAJORITY), seats, others.tied(), others.tiedSeats());
    return course
        .draw(tie, law)
        .then(
            drawn -> {
              SortedSet<String> winners = others.certainWinners();
              winners.addAll(drawn);
              return course.done(winners);
            });
  }

  private static Allocation<Elected> persons(
      String key, Nomination nomination, int seats, Course course) {
    if (seats == 0) {
      return course.done(new Elected(List.of(), List.of(), 0));
    }
    return switch (nomination) {
      case SingleNomination single -> course.done(new Elected(List.of(key), List.of(), seats - 1));
      case PartyNomination party ->
          course
              .hareNiemeyer(
                  new Stage(Stage.Kind.LIST_AND_PERSONS, key),
                  seats,
                  List.of(
                      Claim.of(LIST, party.listVotes()), Claim.of(PERSONS, party.personVotes())),
                  "§ 36 Abs. 4 NKWG")
              .then(split -> byVotes(key, party, split.seatsOf(PERSONS), course))
              .then(best -> course.done(fill(party, best, seats)));
    };
  }

  /** § 36 Abs. 5: persons with the most votes. */
  private static Allocation<SortedSet<String>> byVotes(
      String key, PartyNomination nomination, int seats, Course course) {
    List<Person> voted =
        nomination.persons().stream()
            .filter(person -> person.votes() > 0)
            .sorted(Comparator.comparingLong(Person::votes).reversed())
            .toList();
    if (voted.size() <= seats || seats == 0) {
      return course.done(
          voted.stream()
              .limit(seats)
              .map(Person::name)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    long last = voted.get(seats - 1).votes();
    SortedSet<String> better = names(voted, last + 1, Long.MAX_VALUE);
    SortedSet<String> equal = names(voted, last, last);
    if (better.size() + equal.size() == seats) {
      better.addAll(equal);
      return course.done(better);
    }
    LotCase tie =
        new LotCase(new Stage(Stage.Kind.PERSONS, key), seats, equal, seats - better.size());
    return course
        .draw(tie, "§ 36 Abs. 5 NKWG")
        .then(
            drawn -> {
              better.addAll(drawn);
              return course.done(better);
            });
  }

  private static SortedSet<String> names(List<Person> persons, long from, long to) {
    return persons.stream()
        .filter(person -> person.votes() >= from && person.votes() <= to)
        .map(Person::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** § 36 Abs. 6, 7: the list in its order, and vacant seats when it is exhausted. */
  private static Elected fill(PartyNomination nomination, SortedSet<String> best, int seats) {
    List<String> byVotes =
        nomination.persons().stream()
            .filter(person -> best.contains(person.name()))
            .sorted(Comparator.comparingLong(Person::votes).reversed())
            .map(Person::name)
            .toList();
    Set<String> elected = new HashSet<>(byVotes);
    List<String> byList =
        nomination.persons().stream()
            .map(Person::name)
            .filter(name -> !elected.contains(name))
            .limit(seats - byVotes.size())
            .toList();
    return new Elected(byVotes, byList, seats - byVotes.size() - byList.size());
  }
}
