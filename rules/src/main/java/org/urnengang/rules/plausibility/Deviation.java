package org.urnengang.rules.plausibility;

import org.urnengang.rules.record.Letters;

/**
 * How far a district is from what is expected, line by line, in square roots of votes: there a
 * count varies by a quarter whatever its size. The last place is the turnout, of voters without
 * Wahlschein; it is 0 where there is none.
 */
final class Deviation {
  private static final long QUARTER = Fixed.ONE / 4;

  private final long[] meanRoots;
  private final long valid;
  private final long turnoutRoot;
  private final long others;

  /**
   * @param counted the district, for its electoral roll and what does not depend on the lines
   */
  Deviation(Counted counted, int vote, Expectation expected) {
    this.valid = Math.max(1, counted.valid(vote));
    this.meanRoots = new long[expected.shares().length];
    for (int i = 0; i < meanRoots.length; i++) {
      meanRoots[i] = Fixed.root(expected.votes(i, valid) + QUARTER);
    }
    boolean turnout = counted.hasTurnout();
    this.turnoutRoot = turnout ? Fixed.root(expected.turnout() * counted.at(Letters.A1)) : -1;
    this.others = (long) counted.invalid(vote) - counted.at(Letters.B1);
  }

  static long root(long votes) {
    return Fixed.root(Fixed.of(votes) + QUARTER);
  }

  /** The deviation of these counts whose sum is {@code sum}, into {@code into}. */
  void of(long[] roots, long sum, long[] into) {
    int lines = meanRoots.length;
    if (sum == valid) {
      for (int i = 0; i < lines; i++) {
        into[i] = roots[i] - meanRoots[i];
      }
    } else {
      long scale = Fixed.root(Fixed.ratio(sum, valid));
      for (int i = 0; i < lines; i++) {
        into[i] = roots[i] - Fixed.times(meanRoots[i], scale);
      }
    }
    into[lines] =
        turnoutRoot < 0 ? 0 : Fixed.root(Fixed.of(Math.max(0, sum + others))) - turnoutRoot;
  }
}
