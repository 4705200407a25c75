package org.urnengang.rehearsal.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Values of which each is drawn as often as its weight says. */
final class Weighted<T> {
  private final List<T> values = new ArrayList<>();
  private long[] upTo = new long[16];
  private long total;

  Weighted<T> add(T value, long weight) {
    if (values.size() == upTo.length) {
      upTo = Arrays.copyOf(upTo, 2 * upTo.length);
    }
    total += weight;
    upTo[values.size()] = total;
    values.add(value);
    return this;
  }

  /** Values of which the n-th is drawn in about 1/√n of the cases of the first. */
  static Weighted<String> byRank(String values) {
    Weighted<String> weighted = new Weighted<>();
    int rank = 1;
    for (String value : values.split(" ", -1)) {
      weighted.add(value, Math.round(10_000 / StrictMath.sqrt(rank)));
      rank++;
    }
    return weighted;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  T draw(SplittableRandom random) {
    long drawn = random.nextLong(total);
    int found = Arrays.binarySearch(upTo, 0, values.size(), drawn + 1);
    return values.get(found >= 0 ? found : -found - 1);
  }
}
