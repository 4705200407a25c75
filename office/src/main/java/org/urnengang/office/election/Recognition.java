package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.urnengang.office.election.RawTable.Reading;
import org.urnengang.office.platform.Texts;

/** Understands the columns of a table that somebody has, by its own header or by a known one. */
final class Recognition {
  private final Sheet sheet;
  private final List<Column> columns;
  private final DistrictNumbers districts;
  private final Texts texts;

  Recognition(Sheet sheet, List<Column> columns, DistrictNumbers districts, Texts texts) {
    this.sheet = sheet;
    this.columns = columns;
    this.districts = districts;
    this.texts = texts;
  }

  /** What was understood. */
  sealed interface Outcome {
    record Rows(List<DraftRow> rows, List<String> notes) implements Outcome {}

    record Refused(Reading.Refused why) implements Outcome {}
  }

  Outcome of(RawTable table) {
    Optional<ForeignTable> foreign = ForeignTable.of(sheet, table.first());
    if (foreign.isPresent()) {
      return foreign(foreign.get(), table);
    }
    Map<Integer, Column> found = header(table.first());
    boolean hasHeader = found.size() >= Math.min(2, columns.size());
    if (hasHeader) {
      return named(table, found);
    }
    int widest = table.lines().stream().mapToInt(List::size).max().orElse(0);
    if (widest > columns.size() || widest < sheet.identity().size()) {
      return new Outcome.Refused(
          Reading.refused(
              "header", String.join(", ", columns.stream().map(c -> c.label(texts)).toList())));
    }
    Map<Integer, Column> inOrder = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      inOrder.put(i, columns.get(i));
    }
    return new Outcome.Rows(
        table.lines().stream().map(line -> row(line, inOrder)).toList(),
        List.of(texts.of("setup.note.order")));
  }

  private Map<Integer, Column> header(List<String> first) {
    Map<String, Column> byName = new HashMap<>();
    for (Column column : columns) {
      byName.put(name(column.key()), column);
      byName.put(name(column.label(texts)), column);
    }
    Map<Integer, Column> found = new TreeMap<>();
    for (int i = 0; i < first.size(); i++) {
      Column column = byName.get(name(first.get(i)));
      if (column != null && !found.containsValue(column)) {
        found.put(i, column);
      }
    }
    return found;
  }

  private static String name(String written) {
    return written.strip().toLowerCase(Locale.GERMAN);
  }

  private Outcome named(RawTable table, Map<Integer, Column> found) {
    for (String needed : sheet.identity()) {
      if (found.values().stream().noneMatch(column -> column.key().equals(needed))) {
        return new Outcome.Refused(
            Reading.refused("column", label(needed), String.join(", ", table.first())));
      }
    }
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < table.first().size(); i++) {
      String written = table.first().get(i);
      if (!found.containsKey(i) && !written.isEmpty()) {
        notes.add(texts.of("setup.note.ignored", written));
      }
    }
    return new Outcome.Rows(
        table.lines().stream().skip(1).map(line -> row(line, found)).toList(), notes);
  }

  private String label(String key) {
    return columns.stream()
        .filter(column -> column.key().equals(key))
        .findFirst()
        .map(column -> column.label(texts))
        .orElse(key);
  }

  private DraftRow row(List<String> line, Map<Integer, Column> found) {
    Map<String, String> cells = new TreeMap<>();
    found.forEach(
        (i, column) -> {
          if (i < line.size() && !line.get(i).isEmpty()) {
            String value = column.value(texts, line.get(i));
            cells.put(column.key(), column.key().equals("district") ? districts.id(value) : value);
          }
        });
    return DraftRow.of(cells);
  }

  private Outcome foreign(ForeignTable form, RawTable table) {
    List<DraftRow> rows = new ArrayList<>();
    for (List<String> line : table.lines().subList(1, table.lines().size())) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < Math.min(line.size(), table.first().size()); i++) {
        cells.put(name(table.first().get(i)), line.get(i));
      }
      rows.addAll(form.rows(cells, districts));
    }
    return new Outcome.Rows(rows, List.of(texts.of("setup.note.foreign", form.title())));
  }
}
