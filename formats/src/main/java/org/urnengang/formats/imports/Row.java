package org.urnengang.formats.imports;

import java.util.List;
import org.urnengang.formats.folder.VisibleText;

/** A row of a file that knows its place. */
record Row(String file, int line, List<String> cells) {
  /** What a letter becomes when UTF-8 is read as Windows-1252 and saved again. */
  private static final String AFTER_DOUBLE = "¤¶¼Ÿ„–œ©";

  Row {
    cells = cells.stream().map(VisibleText::of).toList();
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  BadFile refused(String column, String value, String reason) {
    return new BadFile(new RefusedRow(file, line, column, value, reason));
  }

  BadRow bad(String column, String value, String reason) {
    return new BadRow(new RefusedRow(file, line, column, value, reason));
  }

  void requireReadable() {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      int at = cell.indexOf('Ã');
      if (at >= 0 && at + 1 < cell.length() && AFTER_DOUBLE.indexOf(cell.charAt(at + 1)) >= 0) {
        throw refused(
            "",
            cell,
            "Die Umlaute im %d. Feld sind zweimal umgewandelt (UTF-8 als Windows-1252 gelesen). Bitte die Datei neu holen und als UTF-8 speichern."
                .formatted(i + 1));
      }
    }
  }
}
