package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Wahl einer kommunalen Vertretung in Niedersachsen in one Wahlbereich (§ 36 NKWG): votes go to
 * lists and to persons on them.
 *
 * @param size how many members are to be elected
 * @param nominations Wahlvorschläge by key
 */
public record ListAndPersonsElection(
    Rules rules, CouncilElection.Size size, SortedMap<String, Nomination> nominations) {
  public ListAndPersonsElection {
    nominations = Collections.unmodifiableSortedMap(new TreeMap<>(nominations));
  }

  /**
   * Festgelegte Größen der Kommunalwahl in Niedersachsen.
   *
   * @param municipality members of a council by inhabitants, upper limits (§ 46 Abs. 1 NKomVG)
   * @param greatestReduction by how many members a by-law may reduce them, at most
   * @param smallest members that remain in any case
   * @param parity demanded of the members
   */
  public record Rules(
      Legal<SortedMap<Long, Integer>> municipality,
      Legal<Integer> greatestReduction,
      Legal<Integer> smallest,
      Legal<Parity> parity) {
    public static Rules of(LawData data) {
      return new Rules(
          data.table("municipality"),
          data.number("greatest-reduction"),
          data.number("smallest"),
          data.constant("parity", Parity.class));
    }
  }

  /** Wahlvorschlag. */
  public sealed interface Nomination {
    /** All its votes (§ 36 Abs. 2 Satz 6 NKWG). */
    long votes();
  }

  /**
   * Wahlvorschlag einer Partei oder Wählergruppe.
   *
   * @param listVotes votes for the list as a whole
   * @param persons the candidates in the order of the list
   */
  public record PartyNomination(long listVotes, List<Person> persons) implements Nomination {
    public PartyNomination {
      persons = List.copyOf(persons);
      Set<String> names = new HashSet<>();
      for (Person person : persons) {
        if (!names.add(person.name())) {
          throw new InvalidSeatInput(person.name() + " steht doppelt auf der Liste");
        }
      }
      Claim.requireVotes("Liste", listVotes);
    }

    @Override
    public long votes() {
      return listVotes + personVotes();
    }

    /** Votes of all persons together. */
    public long personVotes() {
      return persons.stream().mapToLong(Person::votes).sum();
    }
  }

  /** Einzelwahlvorschlag. */
  public record SingleNomination(long votes) implements Nomination {
    public SingleNomination {
      Claim.requireVotes("Einzelwahlvorschlag", votes);
    }
  }

  /**
   * Bewerber.
   *
   * @param name unique within the nomination
   */
  public record Person(String name, long votes) {
    public Person {
      Claim.requireVotes(name, votes);
    }
  }

  /**
   * Wer gewählt ist.
   *
   * @param seats seats by nomination
   * @param elected seats by nomination with the persons who take them
   */
  public record Result(SeatResult seats, SortedMap<String, Elected> elected) {
    public Result {
      elected = Collections.unmodifiableSortedMap(new TreeMap<>(elected));
    }
  }

  /**
   * Gewählte eines Wahlvorschlags.
   *
   * @param byPersonVotes elected by their own votes, most votes first, equal ones by list place
   * @param byList elected in the order of the list
   * @param vacant seats for which nobody stands (§ 36 Abs. 7 NKWG)
   */
  public record Elected(List<String> byPersonVotes, List<String> byList, int vacant) {
    public Elected {
      byPersonVotes = List.copyOf(byPersonVotes);
      byList = List.copyOf(byList);
    }
  }
}
