package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.urnengang.office.platform.Texts;

/** Makes the page of a table. */
@Component
final class SheetViews {
  static final int PART = 50;
  private static final int NEW_ROWS = 5;

  private final DraftStore store;
  private final DraftCheck check;
  private final SetupFrames frames;
  private final Texts texts;

  SheetViews(DraftStore store, DraftCheck check, SetupFrames frames, Texts texts) {
    this.store = store;
    this.check = check;
    this.frames = frames;
    this.texts = texts;
  }

  /**
   * What of a table is asked for.
   *
   * @param search part of a cell
   * @param part which part, from 1
   * @param row the row whose part is wanted, 0 for none
   * @param wrong only rows with something wrong
   */
  record Wanted(String search, int part, long row, boolean wrong) {}

  List<Column> columns(Draft draft, Sheet sheet) {
    return sheet.columns(
        sheet == Sheet.PREVIOUS ? DraftLetters.of(store.content(draft)) : List.of());
  }

  SetupSheetPage page(Draft draft, Sheet sheet, Wanted wanted) {
    List<Column> columns = columns(draft, sheet);
    List<DraftRow> all = store.rows(draft.id(), sheet);
    Problems problems = Problems.of(check.of(draft), sheet);
    List<DraftRow> found =
        all.stream()
            .filter(row -> matches(row, wanted.search()))
            .filter(row -> !wanted.wrong() || problems.byRow().containsKey(row.id()))
            .toList();
    int parts = Math.max(1, (found.size() + PART - 1) / PART);
    int part = Math.clamp(partOf(found, wanted), 1, parts);
    List<SetupSheetPage.Line> lines = lines(columns, all, found, part, problems);
    if (part == parts && !draft.opened()) {
      for (int i = 0; i < NEW_ROWS; i++) {
        lines.add(newLine(columns, i));
      }
    }
    return new SetupSheetPage(
        frames.of(draft, sheet.slug()),
        sheet.slug(),
        columns.stream()
            .map(c -> new SetupSheetPage.Head(c.key(), c.label(texts), kind(c)))
            .toList(),
        lines,
        problems.whole(),
        problems.byRow().size(),
        wanted.search(),
        all.size(),
        found.size(),
        part,
        parts);
  }

  /**
   * What is wrong with a table.
   *
   * @param whole with all of it
   * @param byRow with one row, by column
   */
  private record Problems(List<String> whole, Map<Long, Map<String, String>> byRow) {
    static Problems of(DraftCheck.Result result, Sheet sheet) {
      Problems problems = new Problems(new ArrayList<>(), new HashMap<>());
      for (DraftProblem problem : result.problems()) {
        if (problem.sheet().filter(sheet::equals).isPresent()) {
          if (problem.row() == 0) {
            problems.whole.add(problem.reason());
          } else {
            problems
                .byRow
                .computeIfAbsent(problem.row(), _ -> new TreeMap<>())
                .putIfAbsent(problem.column(), problem.reason());
          }
        }
      }
      return problems;
    }
  }

  private List<SetupSheetPage.Line> lines(
      List<Column> columns, List<DraftRow> all, List<DraftRow> found, int part, Problems problems) {
    Map<Long, Integer> numbers = new HashMap<>();
    all.forEach(row -> numbers.put(row.id(), numbers.size() + 1));
    List<SetupSheetPage.Line> lines = new ArrayList<>();
    for (DraftRow row : found.subList((part - 1) * PART, Math.min(found.size(), part * PART))) {
      lines.add(
          line(
              columns,
              row,
              numbers.getOrDefault(row.id(), 0),
              problems.byRow().getOrDefault(row.id(), Map.of())));
    }
    return lines;
  }

  private static String kind(Column column) {
    return column.kind().name().toLowerCase(Locale.ROOT);
  }

  private static int partOf(List<DraftRow> found, Wanted wanted) {
    for (int i = 0; wanted.row() != 0 && i < found.size(); i++) {
      if (found.get(i).id() == wanted.row()) {
        return i / PART + 1;
      }
    }
    return wanted.part();
  }

  private static boolean matches(DraftRow row, String search) {
    String sought = search.toLowerCase(Locale.GERMAN);
    return sought.isEmpty()
        || row.cells().values().stream()
            .anyMatch(cell -> cell.toLowerCase(Locale.GERMAN).contains(sought));
  }

  private SetupSheetPage.Line line(
      List<Column> columns, DraftRow row, int no, Map<String, String> problems) {
    String id = "c." + row.id();
    return new SetupSheetPage.Line(
        id,
        row.id(),
        no,
        columns.stream().map(column -> field(id, column, row, problems)).toList(),
        problems.getOrDefault("", ""));
  }

  private SetupSheetPage.Line newLine(List<Column> columns, int no) {
    String id = "n." + no;
    DraftRow empty = DraftRow.of(Map.of());
    return new SetupSheetPage.Line(
        id, 0, 0, columns.stream().map(column -> field(id, column, empty, Map.of())).toList(), "");
  }

  private SetupSheetPage.Field field(
      String id, Column column, DraftRow row, Map<String, String> problems) {
    String value = row.get(column.key());
    List<SetupSheetPage.Choice> choices = new ArrayList<>();
    for (String choice : column.choices()) {
      choices.add(new SetupSheetPage.Choice(choice, column.label(texts, choice)));
    }
    boolean unknown =
        !choices.isEmpty() && choices.stream().noneMatch(choice -> choice.value().equals(value));
    if (unknown) {
      choices.addFirst(new SetupSheetPage.Choice(value, value));
    }
    return new SetupSheetPage.Field(
        id + "." + column.key(),
        column.label(texts),
        kind(column),
        value,
        choices,
        problems.getOrDefault(column.key(), ""),
        column.kind() == Column.Kind.COLOR ? contrast(column, value) : "");
  }

  private String contrast(Column column, String value) {
    if (!Contrast.isColor(value)) {
      return "";
    }
    boolean dark = column.key().equals("color_dark");
    double contrast = Contrast.of(value, dark ? Contrast.DARK_PAGE : Contrast.LIGHT_PAGE);
    return contrast >= Contrast.NEEDED
        ? ""
        : texts.of("setup.contrast." + (dark ? "dark" : "light"), contrast);
  }
}
