package org.urnengang.formats.folder;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of a {@link CsvTable} that knows its place. */
record CsvRow(String file, int line, Map<String, Integer> columns, List<String> cells) {

  /** The cell as it is written, maybe empty. */
  String text(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : cells.get(index);
  }

  /** Refuses what nobody sees, in whatever column it stands. */
  void requireVisible() {
    columns.forEach(
        (column, index) ->
            VisibleText.objection(cells.get(index))
                .ifPresent(
                    why -> {
                      throw refused(column, why);
                    }));
  }

  String needed(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw refused(column, "Das Feld ist leer. Bitte ausfüllen.");
    }
    return text;
  }

  Optional<String> optional(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  /** Words separated by one blank. */
  List<String> words(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> words = Arrays.asList(text.split(" ", -1));
    if (words.contains("") || new HashSet<>(words).size() < words.size()) {
      throw refused(
          column,
          "„" + text + "“: Bitte jedes Wort einmal, mit genau einem Leerzeichen dazwischen.");
    }
    return words;
  }

  int number(String column) {
    String digits = needed(column);
    if (!digits.matches("[0-9]{1,9}")) {
      throw refused(column, "„" + digits + "“ ist keine ganze Zahl von 0 bis 999999999.");
    }
    return Integer.parseInt(digits);
  }

  <T> T known(String column, Optional<T> found, String what, List<String> allowed) {
    return found.orElseThrow(
        () ->
            refused(
                column,
                "%s „%s“ ist unbekannt. Erlaubt: %s."
                    .formatted(what, text(column), String.join(", ", allowed))));
  }

  ElectionFolderException refused(String text) {
    return ElectionFolderException.at(file, line, text);
  }

  ElectionFolderException refused(String column, String text) {
    return ElectionFolderException.at(file, line, column, text);
  }
}
