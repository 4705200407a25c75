package org.urnengang.rules.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.IntUnaryOperator;

/**
 * Zahlen einer Schnellmeldung (§ 71 BWO): what one district reports, a non-negative number or
 * nothing per letter. Nothing means that the letter is not on the district's form; it is not zero.
 */
public final class Figures {
  private static final int ABSENT = -1;

  private final Letters letters;
  private final int[] values;

  private Figures(Letters letters, int[] values) {
    this.letters = letters;
    this.values = values;
  }

  /**
   * Figures by letter.
   *
   * @throws IllegalArgumentException if the election has no such letter or a number is negative
   */
  public static Figures of(Letters letters, Map<String, Integer> byLetter) {
    int[] values = new int[letters.size()];
    Arrays.fill(values, ABSENT);
    byLetter.forEach(
        (letter, value) -> {
          int column =
              letters
                  .column(letter)
                  .orElseThrow(() -> new IllegalArgumentException("kein Buchstabe " + letter));
          if (value < 0) {
            throw new IllegalArgumentException(letter + " = " + value + " ist negativ");
          }
          values[column] = value;
        });
    return new Figures(letters, values);
  }

  /**
   * Figures by column.
   *
   * @param columns the columns that have a number, each once
   * @param number the number of the column at this place of {@code columns}
   * @throws IllegalArgumentException if a number is negative
   */
  public static Figures of(Letters letters, int[] columns, IntUnaryOperator number) {
    int[] values = new int[letters.size()];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < columns.length; i++) {
      int value = number.applyAsInt(i);
      if (value < 0) {
        throw new IllegalArgumentException(
            letters.name(columns[i]) + " = " + value + " ist negativ");
      }
      values[columns[i]] = value;
    }
    return new Figures(letters, values);
  }

  public Letters letters() {
    return letters;
  }

  /** Whether the report has this letter. */
  public boolean has(int column) {
    return values[column] != ABSENT;
  }

  /** The number of this column, empty if the letter is not on the form. */
  public OptionalInt at(int column) {
    return has(column) ? OptionalInt.of(values[column]) : OptionalInt.empty();
  }

  /** The number of this column for adding up, 0 if the letter is not on the form. */
  public int count(int column) {
    return Math.max(0, values[column]);
  }

  /**
   * Adds all numbers to sums by column.
   *
   * @param sums no negative ones; the columns begin at {@code from}
   * @throws ArithmeticException if a sum is too large
   */
  public void addTo(long[] sums, int from) {
    long signs = 0;
    for (int column = 0; column < values.length; column++) {
      sums[from + column] += Math.max(0, values[column]);
      signs |= sums[from + column];
    }
    requireNotNegative(signs);
  }

  /** Takes all numbers from sums that have them. */
  public void subtractFrom(long[] sums, int from) {
    long signs = 0;
    for (int column = 0; column < values.length; column++) {
      sums[from + column] -= Math.max(0, values[column]);
      signs |= sums[from + column];
    }
    requireNotNegative(signs);
  }

  private static void requireNotNegative(long signs) {
    if (signs < 0) {
      throw new ArithmeticException("sum out of range");
    }
  }

  /** The reported letters with their numbers, in the order of the form. */
  public SequencedMap<String, Integer> toMap() {
    LinkedHashMap<String, Integer> map = new LinkedHashMap<>();
    for (int column = 0; column < values.length; column++) {
      if (has(column)) {
        map.put(letters.name(column), values[column]);
      }
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures that
        && letters.names().equals(that.letters.names())
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
