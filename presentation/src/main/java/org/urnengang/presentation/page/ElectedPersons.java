package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.seats.ListSeats;

/**
 * Who takes the seats of a list, and who does not (§ 33 Abs. 6 KWahlG NRW).
 *
 * @param colour class of the colour
 * @param name of the list
 * @param summary how many in districts and how many from the list
 * @param seats who is elected and by what
 * @param notes who is passed over, what stays vacant, who succeeds
 */
public record ElectedPersons(
    String colour, String name, String summary, List<Person> seats, List<String> notes) {
  private static final int SUCCESSORS = 3;

  /** A person and what the seat rests on. */
  public record Person(String name, String basis) {}

  static List<ElectedPersons> of(Context context, AreaResult result, Outcome.Seats seats) {
    return seats.persons().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                entry -> -entry.getValue().taken().size() - entry.getValue().vacant()))
        .map(entry -> of(context, result, seats, entry))
        .toList();
  }

  private static ElectedPersons of(
      Context context,
      AreaResult result,
      Outcome.Seats seats,
      Map.Entry<String, ListSeats.Filled> list) {
    BallotOption option = result.election().option(seats.numbers().getOrDefault(list.getKey(), 1));
    ListSeats.Filled filled = list.getValue();
    long direct =
        filled.taken().stream().filter(s -> s.basis() instanceof ListSeats.InDistrict).count();
    Words words = context.words();
    return new ElectedPersons(
        context.colours().of(result.election(), option),
        option.shortName(),
        words.text("persons.summary", direct, filled.taken().size() - direct),
        filled.taken().stream().map(seat -> person(words, result, seat)).toList(),
        notes(words, filled));
  }

  private static Person person(Words words, AreaResult result, ListSeats.Seat seat) {
    String basis =
        switch (seat.basis()) {
          case ListSeats.InDistrict district ->
              result.children(AreaLevel.CONSTITUENCY).stream()
                  .map(AreaResult::area)
                  .filter(area -> area.id().equals(district.district()))
                  .map(area -> area.name())
                  .findFirst()
                  .orElse(district.district());
          case ListSeats.OnList list -> words.text("persons.place", list.place());
        };
    return new Person(seat.person(), basis);
  }

  private static List<String> notes(Words words, ListSeats.Filled filled) {
    List<String> notes = new ArrayList<>();
    if (filled.vacant() > 0) {
      notes.add(words.text("persons.vacant", filled.vacant()));
    }
    int last =
        filled.taken().stream()
            .map(ListSeats.Seat::basis)
            .filter(ListSeats.OnList.class::isInstance)
            .mapToInt(basis -> ((ListSeats.OnList) basis).place())
            .max()
            .orElse(0);
    filled.skipped().stream()
        .filter(skipped -> skipped.place() < last || filled.vacant() > 0)
        .map(skipped -> words.text("persons.skipped", skipped.place(), skipped.person()))
        .forEach(notes::add);
    String next =
        String.join(
            ", ", Stream.of(filled.successors()).flatMap(List::stream).limit(SUCCESSORS).toList());
    if (!next.isEmpty()) {
      notes.add(words.text("persons.successors", next));
    }
    return notes;
  }
}
