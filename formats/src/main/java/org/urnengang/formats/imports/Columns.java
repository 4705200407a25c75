package org.urnengang.formats.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a table, found by name; columns without a name may stand at its end. */
final class Columns {
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
        throw header.refused(column, "", "Diese Spalte fehlt in der Kopfzeile.");
      }
    }
  }

  Optional<Integer> find(String column) {
    return Optional.ofNullable(index.get(column));
  }

  /** The row by column names; it must have as many cells as the header, unnamed ones aside. */
  Cells of(Row row) {
    int size = row.cells().size();
    if (size < named) {
      throw row.bad(
          names.get(size),
          "",
          "Die Zeile endet nach %d von %d Feldern, sie ist abgeschnitten.".formatted(size, named));
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
