package org.urnengang.office.election;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a table in preparation.
 *
 * @param id its number in the database, 0 if it is not stored
 * @param cells texts by column; an absent one is empty
 */
record DraftRow(long id, Map<String, String> cells) {
  DraftRow {
    cells = Map.copyOf(cells);
  }

  static DraftRow of(Map<String, String> cells) {
    return new DraftRow(0, cells);
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  boolean isBlank() {
    return cells.values().stream().allMatch(String::isBlank);
  }

  DraftRow with(Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>(cells);
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    return new DraftRow(id, all);
  }

  /** What the row is about, in a sheet that has these columns as its identity. */
  List<String> identity(Collection<String> columns) {
    return columns.stream().map(this::get).toList();
  }
}
