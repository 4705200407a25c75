package org.urnengang.formats.seats;

import java.util.Map;
import java.util.Optional;
import org.urnengang.rules.seats.Claim;

/** A row of an input that knows its place. */
record SeatRow(String file, int line, Map<String, String> cells) {

  /** The cell without blanks around it; empty if the column is not there. */
  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  String needed(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw refused("In der Spalte " + column + " steht nichts. Bitte ausfüllen.");
    }
    return text;
  }

  /** A whole number from 0 on. */
  long count(String column) {
    String text = needed(column);
    if (text.matches("[-−][0-9]+")) {
      throw refused("%s ist %s, also negativ. Erlaubt ist 0 und mehr.".formatted(column, text));
    }
    if (!text.matches("[0-9]{1,13}") || Long.parseLong(text) > Claim.MAX_VOTES) {
      throw refused(
          "%s ist „%s“. Das ist keine ganze Zahl von 0 bis %d, ohne Punkte und Leerzeichen."
              .formatted(column, text, Claim.MAX_VOTES));
    }
    return Long.parseLong(text);
  }

  /** A whole number; empty if nothing stands there. */
  Optional<Long> optionalCount(String column) {
    return text(column).isEmpty() ? Optional.empty() : Optional.of(count(column));
  }

  /** A small whole number, 0 if nothing stands there. */
  int smallCount(String column, int most) {
    long count = optionalCount(column).orElse(0L);
    if (count > most) {
      throw refused("%s ist %d, mehr als die möglichen %d.".formatted(column, count, most));
    }
    return Math.toIntExact(count);
  }

  SeatFileException refused(String text) {
    return SeatFileException.at(file, line, text);
  }
}
