package org.urnengang.rules.plausibility;

/**
 * The likeliest slip behind the numbers of one vote.
 *
 * @param slip what may have happened
 * @param first first line concerned, from 0
 * @param last last line concerned
 * @param likely the numbers that would be usual, line by line
 * @param evidence fixed: logarithm of how much likelier they are than those that were typed, minus
 *     the doubt about the slip; low or negative where nothing is unusual
 * @param distance fixed: how far the typed numbers are from what is usual
 */
@SuppressWarnings("ArrayRecordComponent") // never shared or compared
record Suspicion(Slip slip, int first, int last, long[] likely, long evidence, long distance) {
  private static final int HUNDRED = 100;

  boolean isStrong(Thresholds limits) {
    return hundredths(evidence) >= limits.evidence();
  }

  /** Evidence as in {@link Thresholds#evidence()}, rounded down, within an {@code int}. */
  static int hundredths(long evidence) {
    long most = Fixed.of(Short.MAX_VALUE);
    return Math.toIntExact((Math.clamp(evidence, -most, most) * HUNDRED) >> Fixed.PLACES);
  }
}
