package org.urnengang.formats.imports;

import java.util.List;
import java.util.regex.Pattern;
import org.urnengang.formats.folder.VisibleText;

/**
 * A row of a file that knows its place.
 *
 * @param open whether the file ends in it, without a line end
 */
record Row(String file, int line, List<String> cells, boolean open) {
  /** What ä, ö, ü, ß, Ä, Ö, Ü, é and § become when UTF-8 is read as Windows-1252. */
  private static final Pattern DOUBLE = Pattern.compile("Ã[¤¶¼Ÿ„–œ©]|Â§");

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
      if (DOUBLE.matcher(cell).find()) {
        throw refused(
            "",
            cell,
            "Die Umlaute im %d. Feld sind zweimal umgewandelt (UTF-8 als Windows-1252 gelesen). Bitte die Datei neu holen und als UTF-8 speichern."
                .formatted(i + 1));
      }
    }
  }
}
