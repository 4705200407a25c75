package org.urnengang.rules.plausibility;

/** What may have happened while numbers were written or typed. */
enum Slip {
  /** Two neighbouring lines stand in each other's place. */
  SWAPPED,
  /** A block of lines stands one line too far up or down, the line it pushed out at its end. */
  ROTATED,
  /** A block of lines stands one line too far up or down, and one number is lost. */
  SHIFTED,
  /** A number stands there twice as large. */
  DOUBLED,
  /** Two digits of a number stand in each other's place. */
  TRANSPOSED,
  /** A number lacks a digit. */
  DIGIT_LOST,
  /** A number has a digit too many. */
  DIGIT_ADDED,
  /** A number is unusual, whatever the reason. */
  UNUSUAL;

  /** Half a unit of evidence. */
  private static final long HALF = Fixed.ONE / 2;

  /** Whether several lines are concerned. */
  boolean movesLines() {
    return compareTo(SHIFTED) <= 0;
  }

  /**
   * How much evidence is needed before this is believed: about the logarithm of the number of
   * places where it can happen, and of the numbers that would explain it.
   *
   * @param ln logarithm of the number of lines
   */
  long doubt(long ln) {
    return switch (this) {
      case SWAPPED, DOUBLED -> ln;
      case TRANSPOSED -> ln + HALF;
      case DIGIT_LOST, DIGIT_ADDED -> ln + 5 * HALF;
      case ROTATED, SHIFTED, UNUSUAL -> 2 * ln;
    };
  }
}
