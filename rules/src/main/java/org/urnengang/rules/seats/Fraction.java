package org.urnengang.rules.seats;

/**
 * Bruch: an exact number of at least 0, compared by multiplication and never rounded. 2/4 equals
 * 1/2 but keeps its numbers, so that a table can show what was divided.
 *
 * @param numerator at least 0
 * @param denominator at least 1
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
  public static final Fraction ZERO = new Fraction(0, 1);

  public Fraction {
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException(numerator + "/" + denominator);
    }
  }

  public static Fraction of(long whole) {
    return new Fraction(whole, 1);
  }

  /** The whole number below or at this fraction. */
  public long floor() {
    return numerator / denominator;
  }

  /** The nearest whole number; a half goes up (kaufmännische Rundung). */
  public long roundHalfUp() {
    long rest = numerator % denominator;
    return floor() + (rest >= denominator - rest ? 1 : 0);
  }

  /** The number with this many decimal places, cut off and not rounded, with a decimal comma. */
  public String truncated(int places) {
    StringBuilder text = new StringBuilder().append(floor());
    long rest = numerator % denominator;
    for (int place = 0; place < places; place++) {
      if (place == 0) {
        text.append(',');
      }
      rest = Math.multiplyExact(rest, 10L);
      text.append(rest / denominator);
      rest %= denominator;
    }
    return text.toString();
  }

  @Override
  public int compareTo(Fraction that) {
    long high = Math.multiplyHigh(numerator, that.denominator);
    long thatHigh = Math.multiplyHigh(that.numerator, denominator);
    return high != thatHigh
        ? Long.compare(high, thatHigh)
        : Long.compareUnsigned(numerator * that.denominator, that.numerator * denominator);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    long a = numerator;
    long b = denominator;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return Long.hashCode(numerator / a) * 31 + Long.hashCode(denominator / a);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
