package org.urnengang.formats.imports;

/**
 * Abgelehnte Zeile: something in a file that cannot be taken over, and where it stands.
 *
 * @param file the file, within a ZIP {@code archive.zip/entry.csv}
 * @param line the line, from 1; 0 if the whole file is meant
 * @param column name of the column as the file writes it; empty if the whole line is meant
 * @param value what stands there, shortened; empty if nothing does
 * @param reason one German sentence that says what is wrong and, where possible, what to do
 */
public record RefusedRow(String file, int line, String column, String value, String reason) {
  private static final int LONGEST_VALUE = 60;

  public RefusedRow {
    file = printable(file);
    column = printable(column);
    String shown = printable(value);
    value = shown.length() <= LONGEST_VALUE ? shown : shown.substring(0, LONGEST_VALUE) + "…";
  }

  /** Line breaks in cells and names would break the sentence. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  static RefusedRow file(String file, String reason) {
    return new RefusedRow(file, 0, "", "", reason);
  }

  /** Everything in one sentence: file, line, column, value, reason. */
  public String sentence() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", Zeile ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(", Spalte ").append(column);
    }
    if (!value.isEmpty()) {
      text.append(", Wert „").append(value).append('“');
    }
    return text.append(": ").append(reason).toString();
  }
}
