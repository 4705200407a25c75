package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of votemanager's open data.
 *
 * @param ags Amtlicher Gemeindeschlüssel of the row, in files of a Kreis that of the municipality
 * @param expected max-schnellmeldungen
 * @param received anz-schnellmeldungen
 * @param values number by figure column, -1 where nothing stands; empty if they are refused
 */
record VotemanagerRow(
    LocalDate date,
    String election,
    String ags,
    String number,
    String name,
    int expected,
    int received,
    List<Integer> values,
    Sheet sheet,
    Row row) {
  VotemanagerRow {
    values = List.copyOf(values);
  }

  /** Rows that say the same are one. */
  List<Object> content() {
    return List.of(date, election, ags, number, name, expected, received, values);
  }

  boolean isRefused() {
    return values.isEmpty();
  }

  /** The number in a figure column; -1 where nothing stands. */
  int value(int column) {
    return column < 0 || isRefused() ? -1 : values.get(column);
  }

  boolean hasNumbers() {
    return values.stream().anyMatch(value -> value >= 0);
  }

  /** What it is the row of. */
  List<Object> key() {
    return List.of(ags, number, name, expected);
  }

  /** Everything that was expected came, and is there. */
  boolean isCounted() {
    return received > 0 && received >= expected && hasNumbers();
  }

  /** The whole of its ags, no part of it. */
  boolean isWhole() {
    return number.isEmpty() || number.equals("0");
  }

  String county() {
    return ags.substring(0, 5);
  }
}
