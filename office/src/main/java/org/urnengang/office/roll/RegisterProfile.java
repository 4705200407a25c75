package org.urnengang.office.roll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.urnengang.office.platform.OfficeRefused;

/**
 * How a register product names its columns and writes its values: rows {@code field;column;values}.
 *
 * @param columns name in the file by field
 * @param values our word by the word of the file, by field
 * @param dates pattern of dates, such as {@code dd.MM.uuuu}
 */
public record RegisterProfile(
    Map<String, String> columns, Map<String, Map<String, String>> values, String dates) {
  private static final String HEADER = "field;column;values";
  private static final String OUR_DATES = "uuuu-MM-dd";
  private static final String DATES = "dates";

  /** The columns of docs/register.md themselves. */
  public static RegisterProfile own() {
    return new RegisterProfile(Map.of(), Map.of(), OUR_DATES);
  }

  /**
   * Reads a profile.
   *
   * @throws OfficeRefused if it cannot be used; the message says where and why
   */
  public static RegisterProfile read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
        throw new OfficeRefused(file.getFileName() + ": die erste Zeile ist nicht " + HEADER);
      }
      Map<String, String> columns = new HashMap<>();
      Map<String, Map<String, String>> values = new HashMap<>();
      for (int i = 1; i < lines.size(); i++) {
        String[] cells = lines.get(i).split(";", -1);
        if (cells.length != 3 || !known(cells[0]) || columns.put(cells[0], cells[1]) != null) {
          throw new OfficeRefused(
              "%s, Zeile %d: erwartet wird einmal je Feld %s"
                  .formatted(file.getFileName(), i + 1, HEADER));
        }
        values.put(cells[0], words(file, i + 1, cells[2]));
      }
      String dates = Optional.ofNullable(columns.remove(DATES)).orElse(OUR_DATES);
      return new RegisterProfile(columns, values, requirePattern(file, dates));
    } catch (MalformedInputException e) {
      throw new OfficeRefused(file.getFileName() + " ist nicht in UTF-8 geschrieben.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean known(String field) {
    return field.equals(DATES) || RegisterField.keys().contains(field);
  }

  private static String requirePattern(Path file, String pattern) {
    try {
      String formatted = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH);
      if (!formatted.isEmpty()) {
        return pattern;
      }
      throw new DateTimeException("the pattern is empty");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new OfficeRefused(
          file.getFileName() + ": " + pattern + " ist kein Muster wie dd.MM.uuuu.", e);
    }
  }

  private static Map<String, String> words(Path file, int line, String text) {
    Map<String, String> words = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.split("=", -1);
      if (sides.length == 2) {
        words.put(sides[0].strip(), sides[1].strip());
      } else if (!pair.isBlank()) {
        throw new OfficeRefused(
            "%s, Zeile %d: Werte stehen als dort=hier, durch Komma getrennt."
                .formatted(file.getFileName(), line));
      }
    }
    return words;
  }

  String column(RegisterField field) {
    return columns.getOrDefault(field.key(), field.key());
  }

  /** What the file's word means, the word itself if nothing else is said. */
  Map<RegisterField, Map<String, String>> translations() {
    Map<RegisterField, Map<String, String>> all = new EnumMap<>(RegisterField.class);
    for (RegisterField field : RegisterField.values()) {
      Map<String, String> words = values.getOrDefault(field.key(), Map.of());
      if (!words.isEmpty()) {
        all.put(field, words);
      }
    }
    return all;
  }

  boolean hasOwnDates() {
    return !dates.equals(OUR_DATES);
  }

  DateTimeFormatter dateFormat() {
    return DateTimeFormatter.ofPattern(dates, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }
}
