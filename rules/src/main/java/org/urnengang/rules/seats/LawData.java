package org.urnengang.rules.seats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Die Zahlen eines Gesetzes, each with its paragraph, read from the text of a data file with the
 * columns {@code key;value;law}. Values: whole numbers, shares ({@code 5 %} or {@code 1/20}), words
 * separated by blanks, {@code -} for none. Lines starting with # are remarks. A key may stand in
 * several lines if it is a table of {@code limit value} pairs.
 */
public final class LawData {
  private static final String HEADER = "key;value;law";

  private final String name;
  private final Map<String, List<Legal<String>>> values;

  private LawData(String name, Map<String, List<Legal<String>>> values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Reads a data file.
   *
   * @param name the law, for messages
   * @throws InvalidSeatInput if a line is not {@code key;value;law}
   */
  public static LawData parse(String name, String text) {
    Map<String, List<Legal<String>>> values = new TreeMap<>();
    boolean headerSeen = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!headerSeen) {
        headerSeen = line.equals(HEADER);
        if (!headerSeen) {
          throw new InvalidSeatInput(
              name + ", Zeile " + number + ": Kopfzeile ist nicht " + HEADER);
        }
        continue;
      }
      String[] cells = line.split(";", -1);
      if (cells.length != 3 || cells[0].isBlank() || cells[2].isBlank()) {
        throw new InvalidSeatInput(name + ", Zeile " + number + " ist nicht " + HEADER);
      }
      values
          .computeIfAbsent(cells[0].strip(), key -> new ArrayList<>())
          .add(new Legal<>(cells[1].strip(), cells[2].strip()));
    }
    return new LawData(name, values);
  }

  /** Every key with its values as they are written, by key. */
  public SortedMap<String, List<Legal<String>>> all() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  private List<Legal<String>> lines(String key) {
    List<Legal<String>> lines = values.getOrDefault(key, List.of());
    if (lines.isEmpty()) {
      throw new InvalidSeatInput(name + ": " + key + " fehlt");
    }
    return lines;
  }

  private <T> Legal<T> single(String key, Function<String, T> reader) {
    List<Legal<String>> lines = lines(key);
    if (lines.size() > 1) {
      throw new InvalidSeatInput(name + ": " + key + " steht mehrfach da");
    }
    Legal<String> line = lines.getFirst();
    try {
      return new Legal<>(reader.apply(line.value()), line.law());
    } catch (IllegalArgumentException e) {
      throw new InvalidSeatInput(
          name + ": " + key + " = " + line.value() + " ist unlesbar: " + e.getMessage());
    }
  }

  /** A whole number. */
  public Legal<Integer> number(String key) {
    return single(key, value -> value.equals("-") ? 0 : Integer.parseInt(value));
  }

  /** A share such as {@code 5 %} or {@code 1/20}; {@code -} demands nothing. */
  public Legal<Share> share(String key) {
    return single(key, LawData::readShare);
  }

  private static Share readShare(String value) {
    if (value.equals("-")) {
      return new Share(0, 1);
    }
    if (value.endsWith("%")) {
      return Share.percent(Integer.parseInt(value.substring(0, value.length() - 1).strip()));
    }
    int slash = value.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("kein Anteil");
    }
    return new Share(
        Integer.parseInt(value.substring(0, slash).strip()),
        Integer.parseInt(value.substring(slash + 1).strip()));
  }

  /** Words separated by blanks. */
  public Legal<SortedSet<String>> words(String key) {
    return single(
        key,
        value ->
            value.equals("-")
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(value.split(" +", -1))));
  }

  /** A constant of an enum, written in lower case with hyphens. */
  public <E extends Enum<E>> Legal<E> constant(String key, Class<E> type) {
    return single(
        key, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /**
   * A table of {@code limit value} pairs; the limit {@code more} has no upper end.
   *
   * @return value by upper limit (inclusive); the paragraph is that of the first line
   */
  public Legal<SortedMap<Long, Integer>> table(String key) {
    SortedMap<Long, Integer> table = new TreeMap<>();
    for (Legal<String> line : lines(key)) {
      String[] pair = line.value().split(" +", -1);
      if (pair.length != 2) {
        throw new InvalidSeatInput(name + ": " + key + " = " + line.value() + " ist kein Paar");
      }
      long limit = pair[0].equals("more") ? Long.MAX_VALUE : Long.parseLong(pair[0]);
      table.put(limit, Integer.parseInt(pair[1]));
    }
    return new Legal<>(table, lines(key).getFirst().law());
  }
}
