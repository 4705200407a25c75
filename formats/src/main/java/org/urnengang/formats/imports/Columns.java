package org.urnengang.formats.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a table, found by name; columns without a name may stand at its end. */
final class Columns {
  static final String MISSING = "Diese Spalte fehlt in der Kopfzeile.";

  private final Row header;
  private final List<String> names;
  private final Map<String, Integer> index = new HashMap<>();
  private final int named;

  Columns(Row header) {
    this.header = header;
    this.names = header.cells().stream().map(String::strip).toList();
    int last = 0;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty()) {
        continue;
      }
      last = i + 1;
      if (index.putIfAbsent(name, i) != null) {
        throw header.refused(name, "", "Die Spalte kommt in der Kopfzeile zweimal vor.");
      }
    }
    this.named = last;
  }

  List<String> names() {
    return names;
  }

  Row header() {
    return header;
  }

  boolean has(String column) {
    return index.containsKey(column);
  }

  void require(Collection<String> columns) {
    for (String column : columns) {
      if (!has(column)) {
        throw header.refused(column, "", MISSING);
      }
    }
  }

  /** One of these columns must be there. */
  void requireAny(List<String> columns) {
    if (columns.stream().noneMatch(this::has)) {
      throw header.refused(columns.getFirst(), "", MISSING);
    }
  }

  Optional<Integer> find(String column) {
    return Optional.ofNullable(index.get(column));
  }

  /** The name of a column, or the one before that stands over several. */
  private String nameOver(int column) {
    int at = column;
    while (at > 0 && names.get(at).isEmpty()) {
      at--;
    }
    return names.get(at);
  }

  /**
   * The row by column names; it must have as many cells as the header, unnamed ones at its end
   * aside. In a row without line end they must be there as well: it may end within a name.
   */
  Cells of(Row row) {
    int size = row.cells().size();
    int needed = row.open() ? names.size() : named;
    if (size < needed) {
      throw row.bad(
          nameOver(size),
          "",
          "Die Zeile endet nach %d von %d Feldern, sie ist abgeschnitten.".formatted(size, needed));
    }
    for (int i = names.size(); i < size; i++) {
      if (!row.cell(i).isBlank()) {
        throw row.bad(
            "",
            row.cell(i),
            "Die Zeile hat %d Felder, die Kopfzeile nur %d Spalten.".formatted(size, names.size()));
      }
    }
    return new Cells(this, row);
  }
}
