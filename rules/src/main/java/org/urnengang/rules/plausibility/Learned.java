package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What districts that count as right teach about one vote. */
final class Learned {
  /** With fewer districts nothing is known of what is usual. */
  private static final int FEWEST = 5;

  private final int vote;
  private final Surroundings surroundings;
  private final Map<Surroundings.Cell, Spread> spreads = new HashMap<>();

  Learned(Collection<Counted> districts, int vote, int options) {
    this.vote = vote;
    this.surroundings = new Surroundings(districts, vote, options);
    Map<Surroundings.Cell, List<Spread.Sample>> samples = new HashMap<>();
    for (Counted counted : districts) {
      long valid = counted.valid(vote);
      if (valid > 0) {
        samples
            .computeIfAbsent(cell(counted), any -> new ArrayList<>())
            .add(sample(counted, valid));
      }
    }
    samples.forEach(
        (cell, many) -> {
          if (many.size() >= FEWEST) {
            spreads.put(cell, Spread.of(many, options));
          }
        });
  }

  private static Surroundings.Cell cell(Counted counted) {
    return Surroundings.land(counted, counted.kind().isPostal());
  }

  private Spread.Sample sample(Counted counted, long valid) {
    Expectation expected = surroundings.expect(counted);
    long[] deviation = new long[expected.shares().length + 1];
    new Deviation(counted, vote, expected).of(new Attempt(counted, vote).roots, valid, deviation);
    return new Spread.Sample(deviation, expected.shares(), valid);
  }

  Expectation expect(Counted counted) {
    return surroundings.expect(counted);
  }

  /** Whether enough is known to judge the lines of this district. */
  boolean knows(Counted counted) {
    return counted.valid(vote) > 0 && spreads.containsKey(cell(counted));
  }

  /** The likeliest slip in a district that is known enough. */
  Suspicion suspect(Counted counted, Expectation expected, Thresholds limits) {
    Spread spread = spreads.get(cell(counted));
    if (spread == null) {
      throw new IllegalArgumentException(counted.district() + " hat keine Umgebung");
    }
    return Suspect.of(counted, vote, expected, spread, limits.leastVotes());
  }
}
