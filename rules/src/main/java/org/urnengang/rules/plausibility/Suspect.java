package org.urnengang.rules.plausibility;

import java.util.Arrays;

/** Looks for the slip that would explain the numbers of one vote in one district. */
@SuppressWarnings("EnumOrdinal") // arrays by slip, in the innermost loop
final class Suspect {
  private final Attempt attempt;
  private final Deviation deviation;
  private final Yardstick yardstick;
  private final int leastVotes;
  private final long[] scratch;
  private final long[] nearest = new long[Slip.values().length];
  private final Found[] found = new Found[Slip.values().length];

  @SuppressWarnings("ArrayRecordComponent") // never shared or compared
  private record Found(int first, int last, long[] counts) {}

  private Suspect(Counted counted, int vote, Expectation expected, Spread spread, int leastVotes) {
    this.leastVotes = leastVotes;
    attempt = new Attempt(counted, vote);
    deviation = new Deviation(counted, vote, expected);
    yardstick = spread.yardstick(expected.shares(), Math.max(1, counted.valid(vote)));
    scratch = new long[attempt.lines() + 1];
  }

  /** The likeliest slip; its evidence is low or negative where nothing is unusual. */
  static Suspicion of(
      Counted counted, int vote, Expectation expected, Spread spread, int leastVotes) {
    return new Suspect(counted, vote, expected, spread, leastVotes).search(expected);
  }

  private Suspicion search(Expectation expected) {
    long typed = distance(Long.MAX_VALUE);
    Arrays.fill(nearest, typed);
    Arrays.fill(found, new Found(0, 0, attempt.counts.clone()));
    new Repairs(attempt, expected, this::look).tryAll();
    return likeliest(typed);
  }

  private long distance(long limit) {
    deviation.of(attempt.roots, attempt.sum(), scratch);
    return yardstick.distance(scratch, limit);
  }

  private void look(Slip slip, int first, int last) {
    if (attempt.moved() < leastVotes) {
      return;
    }
    long distance = distance(nearest[slip.ordinal()]);
    if (distance < nearest[slip.ordinal()]) {
      nearest[slip.ordinal()] = distance;
      found[slip.ordinal()] = new Found(first, last, attempt.counts.clone());
    }
  }

  private Suspicion likeliest(long typed) {
    int lines = attempt.lines();
    long ln = Fixed.ln(Fixed.of(lines));
    Slip best = Slip.UNUSUAL;
    long most = Long.MIN_VALUE;
    for (Slip slip : Slip.values()) {
      long evidence = gain(typed, nearest[slip.ordinal()], lines) - slip.doubt(ln);
      if (evidence > most) {
        best = slip;
        most = evidence;
      }
    }
    Found place = found[best.ordinal()];
    return new Suspicion(best, place.first(), place.last(), place.counts(), most, typed);
  }

  /**
   * How much likelier a repair is, as a logarithm. Far from the middle the curve has a thick tail
   * (Student's t): one strange village is not a slip, and a repair that stays strange gains little.
   */
  private static long gain(long typed, long repaired, int lines) {
    long tail = 2L * lines + 10;
    long difference = Fixed.ln(Fixed.ONE + typed / tail) - Fixed.ln(Fixed.ONE + repaired / tail);
    return (tail + lines) * difference / 2;
  }
}
