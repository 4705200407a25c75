package org.urnengang.rules.seats;

/**
 * Anteil an einer Gesamtzahl, for example 5 % as 1/20; tested by multiplication.
 *
 * @param numerator at least 0; 0 means that nothing is demanded
 * @param denominator at least 1
 */
public record Share(int numerator, int denominator) {
  public Share {
    if (numerator < 0 || denominator < 1) {
      throw new InvalidSeatInput(numerator + "/" + denominator + " ist kein Anteil");
    }
  }

  /** So many percent, in lowest terms: 5 percent is 1/20. */
  public static Share percent(int percent) {
    int divisor = 100;
    while (percent % divisor != 0 || 100 % divisor != 0) {
      divisor--;
    }
    return new Share(percent / divisor, 100 / divisor);
  }

  /** Left side of {@code denominator * part >= numerator * whole}. */
  public long left(long part) {
    return Math.multiplyExact(part, (long) denominator);
  }

  /** Right side of {@code denominator * part >= numerator * whole}. */
  public long right(long whole) {
    return Math.multiplyExact(whole, (long) numerator);
  }

  /** Whether the part is at least this share of the whole. */
  public boolean isReachedBy(long part, long whole) {
    return left(part) >= right(whole);
  }
}
