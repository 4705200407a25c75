package org.urnengang.rehearsal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.urnengang.rules.plausibility.Counted;

/** An error that people make when they write or type the lines of a report. */
enum SeededError {
  /**
   * A block of lines slipped by one; the last number is lost or stands at the block's other end.
   */
  SLIPPED,
  /** Two neighbouring lines in each other's place. */
  SWAPPED,
  /** Two neighbouring digits of a number in each other's place. */
  TRANSPOSED,
  /** A digit of a number is missing. */
  DIGIT_LOST,
  /** The lines of another district that votes in the same way. */
  OTHER_DISTRICT,
  /** A number twice as large. */
  DOUBLED,
  /** Nothing where ten or more votes are expected. */
  ZERO;

  private static final int EXPECTED = 10;

  /**
   * The lines with one error, nothing if this draw made none.
   *
   * @param expected votes expected by line, as the districts of the same kind let expect
   */
  Optional<int[]> draw(
      int[] lines, double[] expected, List<Counted> others, SplittableRandom chance) {
    int line = chance.nextInt(lines.length);
    int[] wrong = lines.clone();
    switch (this) {
      case SLIPPED -> slip(wrong, lines, chance);
      case SWAPPED -> {
        int first = chance.nextInt(lines.length - 1);
        wrong[first] = lines[first + 1];
        wrong[first + 1] = lines[first];
      }
      case TRANSPOSED -> wrong[line] = transposed(lines[line], chance);
      case DIGIT_LOST -> wrong[line] = shortened(lines[line], chance);
      case OTHER_DISTRICT -> wrong = lines(others.get(chance.nextInt(others.size())));
      case DOUBLED -> wrong[line] = 2 * lines[line];
      case ZERO -> wrong[line] = expected[line] >= EXPECTED ? 0 : lines[line];
    }
    return Arrays.equals(wrong, lines) ? Optional.empty() : Optional.of(wrong);
  }

  private static void slip(int[] wrong, int[] lines, SplittableRandom chance) {
    int first = chance.nextInt(lines.length - 2);
    int last = chance.nextInt(first + 2, lines.length);
    boolean lost = chance.nextBoolean();
    if (chance.nextBoolean()) {
      System.arraycopy(lines, first, wrong, first + 1, last - first);
      wrong[first] = lost ? 0 : lines[last];
    } else {
      System.arraycopy(lines, first + 1, wrong, first, last - first);
      wrong[last] = lost ? 0 : lines[first];
    }
  }

  private static int transposed(int number, SplittableRandom chance) {
    StringBuilder digits = new StringBuilder().append(number);
    if (digits.length() < 2) {
      return number;
    }
    int place = chance.nextInt(digits.length() - 1);
    char digit = digits.charAt(place);
    digits.setCharAt(place, digits.charAt(place + 1));
    digits.setCharAt(place + 1, digit);
    return Integer.parseInt(digits.toString());
  }

  private static int shortened(int number, SplittableRandom chance) {
    StringBuilder digits = new StringBuilder().append(number);
    return digits.length() < 2
        ? number
        : Integer.parseInt(digits.deleteCharAt(chance.nextInt(digits.length())).toString());
  }

  /** The lines of a district with one vote. */
  static int[] lines(Counted counted) {
    return IntStream.rangeClosed(1, counted.figures().letters().options())
        .map(no -> counted.figures().count(counted.figures().letters().option(0, no)))
        .toArray();
  }

  /** How many votes stand where they do not belong, or are missing. */
  static int moved(int[] right, int[] wrong) {
    int more = 0;
    int less = 0;
    for (int i = 0; i < right.length; i++) {
      more += Math.max(0, wrong[i] - right[i]);
      less += Math.max(0, right[i] - wrong[i]);
    }
    return Math.max(more, less);
  }
}
