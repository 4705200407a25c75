package org.urnengang.formats.imports;

/** Ergebnis eines Imports: a folder was written, or nothing was. */
public sealed interface ImportResult {
  ImportReport report();

  /** The election folder is complete; with {@code skipBad} refused rows stand beside it. */
  record Written(ImportReport report) implements ImportResult {}

  /** At least one row or file was refused; nothing was written, an older folder is untouched. */
  record Refused(ImportReport report) implements ImportResult {}

  /** What people read: the report as German text, one line each. */
  default String text() {
    return ReportText.of(this);
  }
}
