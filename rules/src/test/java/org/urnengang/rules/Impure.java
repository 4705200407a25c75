package org.urnengang.rules;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Deliberate violations, one each, and an innocent class. */
final class Impure {
  private Impure() {}

  record DoubleField(double share) {}

  static final class FloatArray {
    final float[] shares = {};
  }

  interface FloatParameter {
    void set(float share);
  }

  interface DoubleReturn {
    double share();
  }

  interface BoxedDouble {
    List<Long> of(Double share);
  }

  record KnowsFile(File file) {}

  interface KnowsPath {
    Path path();
  }

  record KnowsNetwork(URI address) {}

  record KnowsChance(Random random) {}

  record KnowsClock(Clock clock) {}

  static final class CallsMathRandom {
    int drawn() {
      return (int) (Math.random() * 2);
    }
  }

  static final class CallsNow {
    long second() {
      return Instant.now().getEpochSecond();
    }
  }

  static final class CallsMillis {
    long now() {
      return System.currentTimeMillis();
    }
  }

  static final class ComputesPercent {
    int percent(int part, int whole) {
      return (int) (part * 100.0 / whole);
    }
  }

  static final class Innocent {
    private final int[] counts = {1, 2};

    long sum() {
      long sum = 0;
      for (int count : counts) {
        sum = Math.addExact(sum, count);
      }
      return sum;
    }
  }
}
