package org.urnengang.presentation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;

/** A result and everything below it as CSV, described in {@code docs/public-data.md}. */
public final class ResultCsv {
  private static final List<String> BEFORE_LETTERS =
      List.of(
          "probe",
          "id",
          "level",
          "name",
          "parents",
          "kind",
          "status",
          "version",
          "at",
          "expected_polling",
          "expected_postal",
          "received_polling",
          "received_postal");
  private static final List<String> OPTIONS =
      List.of("probe", "letter", "vote", "scope", "line", "no", "short", "name", "nominee");

  private ResultCsv() {}

  /** One row for the area and one for each area below it that belongs to the election. */
  public static String of(AreaResult result) {
    return of(result, result.withDescendants());
  }

  /** The same for the areas of one level. */
  public static String of(AreaResult result, AreaLevel level) {
    return of(
        result,
        result.withDescendants().stream().filter(one -> one.area().level() == level).toList());
  }

  private static String of(AreaResult result, List<AreaResult> rows) {
    List<String> header = new ArrayList<>(BEFORE_LETTERS);
    Letters letters = result.letters();
    for (int column = 0; column < letters.size(); column++) {
      header.add(letters.name(column));
      if (column == Letters.A3) {
        header.add("A");
      }
    }
    CsvText csv = new CsvText().row(header);
    rows.forEach(area -> csv.row(row(area)));
    return csv.toString();
  }

  private static List<String> row(AreaResult result) {
    Area area = result.area();
    Progress progress = result.progress();
    List<String> cells =
        new ArrayList<>(
            List.of(
                probe(result.day()),
                CsvText.text(area.id()),
                area.level().key(),
                CsvText.text(area.name()),
                CsvText.text(String.join(" ", area.parents())),
                area.district().map(district -> district.kind().key()).orElse(""),
                result.status().name().toLowerCase(Locale.ROOT),
                Long.toString(result.version()),
                result.at().toString(),
                Integer.toString(progress.expectedPolling()),
                Integer.toString(progress.expectedPostal()),
                Integer.toString(progress.receivedPolling()),
                Integer.toString(progress.receivedPostal())));
    for (int column = 0; column < result.letters().size(); column++) {
      cells.add(CsvText.number(result.count(column)));
      if (column == Letters.A3) {
        cells.add(CsvText.number(result.eligible()));
      }
    }
    return cells;
  }

  private static String probe(ElectionDay day) {
    return day.rehearsal() ? "PROBE" : "";
  }

  /** What the letters of the options mean: one row for each line of each ballot. */
  public static String options(ElectionDay day, Election election) {
    CsvText csv = new CsvText().row(OPTIONS);
    Letters letters = Letters.of(election);
    for (Ballot ballot : election.ballots()) {
      int vote = election.voteIndex(ballot.vote());
      int place = 0;
      for (Ballot.Line line : ballot.lines()) {
        place++;
        BallotOption option = election.option(line.no());
        String letter = letters.name(letters.option(vote, line.no()));
        csv.row(
            List.of(
                probe(day),
                letter,
                ballot.vote(),
                CsvText.text(ballot.scope()),
                Integer.toString(place),
                Integer.toString(line.no()),
                CsvText.text(option.shortName()),
                CsvText.text(option.name()),
                nominee(line)));
      }
    }
    return csv.toString();
  }

  private static String nominee(Ballot.Line line) {
    Optional<String> nominee = line.nominee();
    return nominee.map(CsvText::text).orElse("");
  }
}
