package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.ListAndPersonsElection.Elected;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Person;
import org.urnengang.rules.seats.Stage;

/**
 * Sitze eines Wahlvorschlags (§ 36 Abs. 4 to 7 NKWG): shared between the list and those of its
 * persons who have votes, to the latter by votes, the rest in the order of the list.
 */
record PersonsOfList(String key, PartyNomination nomination, Working working) {
  private static final String LIST = "list";
  private static final String PERSONS = "persons";

  Allocation<Elected> elect(int seats) {
    return working
        .share(
            new Stage(Stage.Kind.LIST_AND_PERSONS, key),
            seats,
            List.of(
                Claim.of(LIST, nomination.listVotes()),
                Claim.of(PERSONS, nomination.personVotes())),
            "§ 36 Abs. 4 NKWG")
        .then(table -> byVotes(table.seatsOf(PERSONS)))
        .then(persons -> working.found(withList(persons, seats)));
  }

  /** Absatz 5: the persons with the most votes; fewer than the seats if not enough have votes. */
  private Allocation<List<Person>> byVotes(int seats) {
    List<Person> voted =
        nomination.persons().stream()
            .filter(person -> person.votes() > 0)
            .sorted(Comparator.comparingLong(Person::votes).reversed())
            .toList();
    if (voted.size() <= seats || seats == 0) {
      return working.found(voted.subList(0, Math.min(voted.size(), seats)));
    }
    long least = voted.get(seats - 1).votes();
    List<Person> above = voted.stream().filter(person -> person.votes() > least).toList();
    List<Person> equal = voted.stream().filter(person -> person.votes() == least).toList();
    return working
        .choose(
            new Stage(Stage.Kind.PERSONS, key),
            seats,
            equal.stream().map(Person::name).toList(),
            seats - above.size(),
            "§ 36 Abs. 5 Satz 2 NKWG")
        .then(drawn -> working.found(joined(above, equal, drawn)));
  }

  private static List<Person> joined(
      List<Person> above, List<Person> equal, SortedSet<String> drawn) {
    List<Person> elected = new ArrayList<>(above);
    equal.stream().filter(person -> drawn.contains(person.name())).forEach(elected::add);
    return elected;
  }

  /** Absätze 6 and 7: what is left goes to the others as they stand, or to nobody. */
  private Elected withList(List<Person> byVotes, int seats) {
    List<String> byList =
        nomination.persons().stream()
            .filter(person -> !byVotes.contains(person))
            .map(Person::name)
            .limit(seats - (long) byVotes.size())
            .toList();
    return new Elected(
        byVotes.stream().map(Person::name).toList(),
        byList,
        seats - byVotes.size() - byList.size());
  }
}
