package org.urnengang.rules.plausibility;

/**
 * Numbers with 20 binary places in a {@code long}: the same on every machine, unlike floating ones.
 */
final class Fixed {
  static final int PLACES = 20;
  static final long ONE = 1L << PLACES;

  /** ln 2. */
  private static final long LN_2 = 726_817;

  /** Counts beyond this are far beyond any district and judged as this one. */
  private static final long LARGEST_COUNT = 1L << 22;

  private Fixed() {}

  static long of(long whole) {
    return whole << PLACES;
  }

  static long times(long a, long b) {
    return (a * b) >> PLACES;
  }

  /** A quotient of whole numbers or of fixed ones; the dividend stays below 2<sup>43</sup>. */
  static long ratio(long dividend, long divisor) {
    return (dividend << PLACES) / divisor;
  }

  /** Square root of a fixed number from 0 on. */
  static long root(long fixed) {
    return wholeRoot(Math.min(fixed, of(LARGEST_COUNT)) << PLACES);
  }

  /** The greatest whole number whose square is not greater, by Newton's method. */
  static long wholeRoot(long square) {
    if (square < 2) {
      return square;
    }
    long guess = 1L << ((Long.SIZE - Long.numberOfLeadingZeros(square) + 1) / 2);
    long better = (guess + square / guess) / 2;
    while (better < guess) {
      guess = better;
      better = (guess + square / guess) / 2;
    }
    return guess;
  }

  /** Natural logarithm of a fixed number from 1 on, bit by bit: squaring doubles the logarithm. */
  static long ln(long fixed) {
    int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(fixed) - PLACES;
    long mantissa = fixed >> whole;
    long binary = of(whole);
    for (long bit = ONE >> 1; bit > 0; bit >>= 1) {
      mantissa = times(mantissa, mantissa);
      if (mantissa >= 2 * ONE) {
        mantissa >>= 1;
        binary += bit;
      }
    }
    return times(binary, LN_2);
  }
}
