package org.urnengang.formats.imports;

import java.util.OptionalInt;

/** A row whose cells are found by the names of their columns. */
record Cells(Columns columns, Row row) {
  String text(String column) {
    return columns.find(column).map(row::cell).orElse("").strip();
  }

  String needed(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw bad(column, "Das Feld ist leer.");
    }
    return text;
  }

  /** A whole number from 0, maybe with thousands dots; empty if nothing stands there. */
  OptionalInt count(String column, ImportLog log) {
    return Numbers.count(text(column), log, reason -> bad(column, reason));
  }

  BadRow bad(String column, String reason) {
    return row.bad(column, text(column), reason);
  }
}
