package org.urnengang.formats.seats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.ListAndPersonsElection.Nomination;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Person;
import org.urnengang.rules.seats.ListAndPersonsElection.SingleNomination;

/**
 * Lists and the persons on them: {@code party;person;votes}. A line without a person has the votes
 * of the list as a whole, the others are its candidates in the order of the list. The column {@code
 * person} may be missing. A name that begins with {@code EB:} is a single nomination.
 */
public final class PersonsFile {
  private static final String PERSON = "person";

  private final SortedMap<String, Nomination> nominations;

  private PersonsFile(SortedMap<String, Nomination> nominations) {
    this.nominations = nominations;
  }

  /** The lines of one nomination. */
  private static final class Lines {
    private final SequencedMap<String, SeatRow> persons = new LinkedHashMap<>();
    private long listVotes;
    private int listLine;

    void add(SeatRow row, String party) {
      String person = row.text(PERSON);
      boolean again = person.isEmpty() ? listLine > 0 : persons.putIfAbsent(person, row) != null;
      if (again) {
        int earlier =
            person.isEmpty() ? listLine : Objects.requireNonNull(persons.get(person)).line();
        String what = person.isEmpty() ? party : person + " (" + party + ')';
        throw row.refused("%s steht schon in Zeile %d.".formatted(what, earlier));
      }
      long votes = row.count(PartyFile.VOTES);
      if (person.isEmpty()) {
        listVotes = votes;
        listLine = row.line();
      } else if (Independents.isOne(party)) {
        throw row.refused(party + " ist ein Einzelwahlvorschlag und hat keine Liste.");
      }
    }

    Nomination nomination(String party) {
      if (Independents.isOne(party)) {
        return new SingleNomination(listVotes);
      }
      List<Person> list = new ArrayList<>();
      persons.forEach((name, row) -> list.add(new Person(name, row.count(PartyFile.VOTES))));
      return new PartyNomination(listVotes, list);
    }
  }

  /** Reads the only such file of the folder. */
  public static PersonsFile read(SeatFolder folder) {
    List<SeatRow> rows =
        SeatSheet.read(folder.parties(), List.of(PartyFile.PARTY, PartyFile.VOTES));
    Map<String, Lines> lines = new TreeMap<>();
    for (SeatRow row : rows) {
      String party = row.needed(PartyFile.PARTY);
      lines.computeIfAbsent(party, key -> new Lines()).add(row, party);
    }
    SortedMap<String, Nomination> nominations = new TreeMap<>();
    lines.forEach((party, of) -> nominations.put(party, of.nomination(party)));
    if (nominations.values().stream().mapToLong(Nomination::votes).sum() > Claim.MAX_VOTES) {
      throw rows.getLast().refused("Alle zusammen haben mehr als " + Claim.MAX_VOTES + " Stimmen.");
    }
    return new PersonsFile(nominations);
  }

  /** The election of a council of so many members. */
  public ListAndPersonsElection council(ListAndPersonsElection.Rules rules, int seats) {
    return new ListAndPersonsElection(rules, new CouncilElection.Known(seats), nominations);
  }
}
