package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;

/** Reads {@code records.csv} row by row. */
final class RecordsFile {
  static final String NAME = "records.csv";
  static final String A3 = "A3";

  private static final List<String> BEFORE_LETTERS =
      List.of("election", "district", "at", "reason");

  private final Places places;
  private final List<String> letters;
  private final Set<DistrictInElection> reported = new HashSet<>();
  private Optional<OffsetDateTime> latest = Optional.empty();

  private RecordsFile(ElectionDay day) {
    this.places = new Places(day);
    this.letters = letters(day);
  }

  /** The reports in the order of the file; whoever takes the stream closes it. */
  static Stream<RecordedReport> read(Path folder, ElectionDay day) {
    RecordsFile file = new RecordsFile(day);
    return CsvTable.open(folder.resolve(NAME), columns(day), Set.of(A3)).stream().map(file::report);
  }

  /** All columns but A3, which only compilations have. */
  static List<String> columns(ElectionDay day) {
    List<String> columns = new ArrayList<>(BEFORE_LETTERS);
    columns.addAll(letters(day));
    columns.remove(A3);
    return columns;
  }

  /** The letters of the longest ballot, both votes if any election has two. */
  static List<String> letters(ElectionDay day) {
    int options = day.elections().stream().mapToInt(e -> e.options().size()).max().orElse(0);
    List<String> letters = new ArrayList<>(List.of("A1", "A2", A3, "B", "B1"));
    for (List<String> vote : List.of(List.of("C", "D"), List.of("E", "F"))) {
      letters.addAll(vote);
      for (int no = 1; no <= options; no++) {
        letters.add(vote.get(1) + no);
      }
    }
    return letters;
  }

  private RecordedReport report(CsvRow row) {
    Form form = places.require(row);
    OffsetDateTime at = at(row);
    return new RecordedReport(
        row.text("election"), row.text("district"), at, reason(row), figures(row, form));
  }

  private OffsetDateTime at(CsvRow row) {
    String text = row.needed("at");
    OffsetDateTime at;
    try {
      at = OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw row.refused("at", "„" + text + "“ ist keine Zeit wie 2017-09-24T18:07:30+02:00.");
    }
    if (latest.filter(at::isBefore).isPresent()) {
      throw row.refused("at", text + " liegt vor der Zeile davor. Bitte nach der Zeit ordnen.");
    }
    latest = Optional.of(at);
    return at;
  }

  private Optional<String> reason(CsvRow row) {
    Optional<String> reason = row.optional("reason");
    boolean first =
        reported.add(new DistrictInElection(row.text("election"), row.text("district")));
    if (first && reason.isPresent()) {
      throw row.refused(
          "reason",
          "Ein Grund gehört zu einer Korrektur, der Bezirk hat aber noch nicht gemeldet.");
    }
    if (!first && reason.filter(text -> !text.isBlank()).isEmpty()) {
      throw row.refused(
          "reason", "Der Bezirk hat schon gemeldet. Eine Korrektur braucht einen Grund.");
    }
    return reason;
  }

  private Map<String, String> figures(CsvRow row, Form form) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String letter : letters) {
      row.optional(letter)
          .ifPresent(
              figure -> {
                requireLetter(row, form, letter);
                figures.put(letter, figure);
              });
    }
    return figures;
  }

  /** Whether a number is right is for the office to say; here it must have a line to stand on. */
  private static void requireLetter(CsvRow row, Form form, String letter) {
    Letters known = form.letters();
    int column =
        known
            .column(letter)
            .orElseThrow(
                () ->
                    row.refused(
                        letter,
                        "Den Buchstaben " + letter + " hat diese Wahl nicht. Bitte leeren."));
    if (column > Letters.B1 && !form.requires(column)) {
      throw row.refused(
          letter,
          letter
              + " steht nicht auf dem Stimmzettel dieses Bezirks. Das Feld bleibt leer, nicht 0.");
    }
  }
}
