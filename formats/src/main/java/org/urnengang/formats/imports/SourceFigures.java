package org.urnengang.formats.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.urnengang.rules.record.Letters;

/** Figures by letter as a source writes them: also A, and letters that are on no form. */
final class SourceFigures {
  private static final int ABSENT = -1;

  private final int[] values;

  SourceFigures(int[] values) {
    this.values = values;
  }

  static SourceFigures none(Letters letters) {
    int[] values = new int[letters.size() + 1];
    Arrays.fill(values, ABSENT);
    return new SourceFigures(values);
  }

  /** The columns of the election, and after them A, all eligible. */
  int[] values() {
    return values;
  }

  int allEligible() {
    return values.length - 1;
  }

  void put(int column, OptionalInt value) {
    values[column] = value.orElse(ABSENT);
  }

  void put(int column, int value) {
    values[column] = value;
  }

  void clear(int column) {
    values[column] = ABSENT;
  }

  boolean has(int column) {
    return values[column] != ABSENT;
  }

  int count(int column) {
    return Math.max(0, values[column]);
  }

  /** Whether anything was reported at all. */
  boolean isEmpty() {
    return Arrays.stream(values).allMatch(value -> value == ABSENT);
  }

  SourceFigures copy() {
    return new SourceFigures(values.clone());
  }

  /** Text by letter, as {@code rules} checks it. */
  Map<String, String> toText(Letters letters) {
    Map<String, String> text = new LinkedHashMap<>();
    for (int column = 0; column < letters.size(); column++) {
      if (has(column)) {
        text.put(letters.name(column), String.valueOf(values[column]));
      }
    }
    if (has(allEligible())) {
      text.put("A", String.valueOf(values[allEligible()]));
    }
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFigures that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
