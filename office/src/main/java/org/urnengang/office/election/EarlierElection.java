package org.urnengang.office.election;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/**
 * Vorwahl: the figures of an earlier day, under the numbers that today's options have. An option is
 * the same if its short name is; areas are the same if their id is.
 */
final class EarlierElection {
  private static final List<String> FACTS =
      List.of(
          ElectionFields.PREVIOUS_NAME,
          ElectionFields.PREVIOUS_DATE,
          ElectionFields.PREVIOUS_SOURCE);

  private final Draft.Content today;
  private final ElectionDay day;
  private final Map<String, Map<String, TreeMap<String, Long>>> sums = new LinkedHashMap<>();

  private EarlierElection(Draft.Content today, ElectionDay day) {
    this.today = today;
    this.day = day;
  }

  /**
   * The rows of the table, and the election behind them in columns of {@link ElectionFields}.
   *
   * @param folder an election folder with records
   */
  static List<DraftRow> rows(Draft.Content today, Path folder) {
    EarlierElection earlier = new EarlierElection(today, ElectionFolder.read(folder).day());
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, earlier.day)) {
      records.forEach(earlier::add);
    }
    List<DraftRow> rows = new ArrayList<>();
    for (DraftRow election : today.rows(Sheet.ELECTIONS)) {
      earlier.counterpart(election).ifPresent(old -> rows.addAll(earlier.rows(election, old)));
    }
    return rows;
  }

  /** A later report of a district replaces the one before. */
  private final Map<String, RecordedReport> last = new HashMap<>();

  private void add(RecordedReport record) {
    RecordedReport before = last.put(record.election() + ' ' + record.district(), record);
    if (before != null) {
      count(before, -1);
    }
    count(record, 1);
  }

  private void count(RecordedReport record, int sign) {
    Map<String, TreeMap<String, Long>> byArea =
        sums.computeIfAbsent(record.election(), _ -> new HashMap<>());
    for (int area : day.areas().withAncestors(day.areas().indexOf(record.district()))) {
      TreeMap<String, Long> figures =
          byArea.computeIfAbsent(day.areas().area(area).id(), _ -> new TreeMap<>());
      record
          .figures()
          .forEach(
              (letter, figure) -> {
                if (figure.matches("[0-9]{1,9}")) {
                  figures.merge(letter, sign * Long.parseLong(figure), Long::sum);
                }
              });
    }
  }

  /** The earlier election with the same word, or the only one of the same kind. */
  private Optional<Election> counterpart(DraftRow election) {
    List<Election> sameKind =
        day.elections().stream()
            .filter(old -> old.kind().key().equals(election.get(ElectionFields.KIND)))
            .toList();
    return sameKind.stream()
        .filter(old -> old.key().equals(election.get(ElectionFields.KEY)))
        .findFirst()
        .or(() -> sameKind.size() == 1 ? Optional.of(sameKind.getFirst()) : Optional.empty());
  }

  private List<DraftRow> rows(DraftRow election, Election old) {
    Map<Integer, String> numbers = numbers(election, old);
    Map<String, TreeMap<String, Long>> byArea = sums.getOrDefault(old.key(), Map.of());
    Map<String, String> facts =
        Map.of(
            ElectionFields.PREVIOUS_NAME, old.name() + " " + day.date().getYear(),
            ElectionFields.PREVIOUS_DATE, day.date().toString(),
            ElectionFields.PREVIOUS_SOURCE, day.source());
    List<DraftRow> rows = new ArrayList<>();
    for (DraftRow area : today.rows(Sheet.AREAS)) {
      TreeMap<String, Long> figures = byArea.get(area.get("id"));
      if (figures != null) {
        Map<String, String> cells = new HashMap<>(facts);
        cells.put("election", election.get(ElectionFields.KEY));
        cells.put("area", area.get("id"));
        figures.forEach(
            (letter, sum) ->
                today(letter, numbers).ifPresent(column -> cells.put(column, sum.toString())));
        rows.add(DraftRow.of(cells));
      }
    }
    return rows;
  }

  /** Today's number of each earlier option that still stands. */
  private Map<Integer, String> numbers(DraftRow election, Election old) {
    Map<String, String> byName =
        today.rows(Sheet.BALLOT).stream()
            .filter(row -> row.get("election").equals(election.get(ElectionFields.KEY)))
            .collect(
                Collectors.toMap(row -> name(row.get("short")), row -> row.get("no"), (a, _) -> a));
    Map<Integer, String> numbers = new HashMap<>();
    for (BallotOption option : old.options()) {
      String number = byName.get(name(option.shortName()));
      if (number != null) {
        numbers.put(option.no(), number);
      }
    }
    return numbers;
  }

  private static String name(String written) {
    return written.strip().toLowerCase(Locale.GERMAN);
  }

  /** The column of a letter today; empty for an option that no longer stands. */
  private static Optional<String> today(String letter, Map<Integer, String> numbers) {
    boolean ofOption = letter.matches("[DF][0-9]+");
    return ofOption
        ? Optional.ofNullable(numbers.get(Integer.parseInt(letter.substring(1))))
            .map(number -> letter.charAt(0) + number)
        : Optional.of(letter);
  }

  /** Names the earlier election in those of today that name none yet. */
  static void name(DraftStore inside, String draft, List<DraftRow> rows) {
    for (DraftRow election : inside.rows(draft, Sheet.ELECTIONS)) {
      rows.stream()
          .filter(row -> row.get("election").equals(election.get(ElectionFields.KEY)))
          .filter(row -> !row.get(ElectionFields.PREVIOUS_NAME).isEmpty())
          .filter(_ -> election.get(ElectionFields.PREVIOUS_NAME).isEmpty())
          .findFirst()
          .ifPresent(
              row -> {
                Map<String, String> facts = new HashMap<>();
                for (String field : FACTS) {
                  facts.put(field, row.get(field));
                }
                inside.update(draft, List.of(election.with(facts)));
              });
    }
  }
}
