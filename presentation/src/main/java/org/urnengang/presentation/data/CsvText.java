package org.urnengang.presentation.data;

import java.util.List;
import java.util.OptionalLong;

/** Writes CSV (RFC 4180) with semicolons and line feeds. */
public final class CsvText {
  private final StringBuilder out = new StringBuilder(4_096);

  /**
   * A cell of text. A spreadsheet takes text that begins with one of these characters for a formula
   * and would run it; an apostrophe in front keeps it text.
   */
  public static String text(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  /** A cell that is empty while the number is not known. */
  public static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  /** Adds a row. */
  public CsvText row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(';');
      }
      append(cells.get(i));
    }
    out.append('\n');
    return this;
  }

  private void append(String cell) {
    if (cell.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')) {
      out.append(cell);
    } else {
      out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
