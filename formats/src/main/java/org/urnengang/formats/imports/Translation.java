package org.urnengang.formats.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;

/**
 * Puts what a source reports into the letters of the followed day: elections are found by key or
 * kind, options by the name of party or candidate, districts by id.
 */
final class Translation {
  private final ElectionDay day;
  private final Map<String, Letters> letters = new HashMap<>();

  Translation(ElectionDay day) {
    this.day = day;
    day.elections().forEach(election -> letters.put(election.key(), Letters.of(election)));
  }

  /** What became of a report. */
  sealed interface Outcome {
    /** The district or election is no part of the followed day. */
    record Foreign() implements Outcome {}

    /** It cannot be put on the form of the district. */
    record Unfit(String letter, String value, String reason) implements Outcome {}

    /** The figures by letter of the followed day. */
    record Fitting(String election, Map<String, String> figures) implements Outcome {}
  }

  Outcome translate(Plan plan, Judged judged) {
    Election from = plan.election(judged.election());
    Optional<Election> to = election(from);
    OptionalInt area = day.areas().index(judged.id());
    if (to.isEmpty() || area.isEmpty() || !isCounted(to.get(), area.getAsInt())) {
      return new Outcome.Foreign();
    }
    Letters known = letters.getOrDefault(to.get().key(), Letters.of(to.get()));
    Form form = Form.of(day, to.get(), known, area.getAsInt());
    SourceFigures source = judged.figures().orElseThrow();
    Letters written = Letters.of(from);
    Map<String, String> figures = new LinkedHashMap<>();
    for (int column = 0; column <= Letters.B1; column++) {
      put(figures, written.name(column), source, column);
    }
    for (int vote = 0; vote < Math.min(written.votes(), known.votes()); vote++) {
      put(figures, known.name(known.invalid(vote)), source, written.invalid(vote));
      put(figures, known.name(known.valid(vote)), source, written.valid(vote));
      for (BallotOption option : from.options()) {
        int column = written.option(vote, option.no());
        Optional<Integer> no = number(from, option, vote, form, to.get());
        if (no.isPresent()) {
          put(figures, known.name(known.option(vote, no.get())), source, column);
        } else if (source.count(column) > 0) {
          return new Outcome.Unfit(
              option.shortName(),
              String.valueOf(source.count(column)),
              "„%s“ steht hier nicht auf dem Stimmzettel der Wahl %s."
                  .formatted(option.name(), to.get().key()));
        }
      }
    }
    return checked(form, to.get().key(), figures);
  }

  private static void put(
      Map<String, String> figures, String letter, SourceFigures source, int column) {
    if (source.has(column)) {
      figures.put(letter, String.valueOf(source.count(column)));
    }
  }

  private Optional<Election> election(Election from) {
    Optional<Election> same = day.election(from.key()).filter(e -> e.kind() == from.kind());
    List<Election> alike =
        day.elections().stream().filter(election -> election.kind() == from.kind()).toList();
    return same.or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
  }

  private boolean isCounted(Election election, int area) {
    return day.isCounted(election, area)
        && day.areas().area(area).district().flatMap(CountingDistrict::mergedInto).isEmpty();
  }

  /** The number of the line on the district's ballot with the same party or candidate. */
  private static Optional<Integer> number(
      Election from, BallotOption option, int vote, Form form, Election to) {
    List<String> nominees =
        from.ballots().stream()
            .filter(ballot -> ballot.vote().equals(from.votes().get(vote).key()))
            .flatMap(ballot -> ballot.nominee(option.no()).stream())
            .toList();
    for (Ballot.Line line : form.ballots().get(vote).lines()) {
      BallotOption there = to.option(line.no());
      boolean party =
          same(option.shortName(), there.shortName()) || same(option.name(), there.name());
      boolean person = line.nominee().filter(nominees::contains).isPresent();
      if (party || person) {
        return Optional.of(line.no());
      }
    }
    return Optional.empty();
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.GERMAN).equals(other.strip().toLowerCase(Locale.GERMAN));
  }

  private static Outcome checked(Form form, String election, Map<String, String> figures) {
    return switch (BlockingChecks.check(form, new Report(figures, Map.of()), Optional.empty())) {
      case BlockingChecks.Sound sound -> new Outcome.Fitting(election, figures);
      case BlockingChecks.Refused refused -> {
        Finding first = refused.findings().getFirst();
        String letter = first.fields().isEmpty() ? "" : first.fields().getLast();
        yield new Outcome.Unfit(
            letter, figures.getOrDefault(letter, ""), first.code() + ": " + first.text());
      }
    };
  }
}
