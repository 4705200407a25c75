package org.urnengang.formats.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as German offices write them. */
final class Dates {
  private static final DateTimeFormatter NUMBERS =
      DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern WORDS = Pattern.compile("(\\d{1,2})\\. (\\p{L}+) (\\d{4})");
  private static final List<String> MONTHS =
      List.of(
          "Januar",
          "Februar",
          "März",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember");

  private Dates() {}

  /** {@code 24.09.2017}. */
  static LocalDate of(Cells cells, String column) {
    try {
      return LocalDate.parse(cells.needed(column), NUMBERS);
    } catch (DateTimeException e) {
      throw cells.bad(column, "Hier steht kein Datum wie 24.09.2017.");
    }
  }

  /** The first {@code 24. September 2017} in a text. */
  static Optional<LocalDate> within(String text) {
    Matcher matcher = WORDS.matcher(text);
    if (!matcher.find() || !MONTHS.contains(matcher.group(2))) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(matcher.group(2)) + 1;
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(3)), month, Integer.parseInt(matcher.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
