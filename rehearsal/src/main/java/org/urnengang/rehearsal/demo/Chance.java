package org.urnengang.rehearsal.demo;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Invented numbers that are the same on every machine: SplitMix64 with a seed per topic, so that a
 * new topic changes no other one.
 */
public final class Chance {
  private static final long SEED = 20170924L;
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int DICE = 12;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static Chance of(String topic) {
    long hash = FNV_START;
    for (byte b : topic.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return new Chance(SEED ^ hash);
  }

  public double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** From {@code least} to {@code most}, both included. */
  public int whole(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Nearly normal with mean 0 and deviation 1, never beyond 6: a sum of twelve even numbers. */
  public double normal() {
    double sum = 0;
    for (int i = 0; i < DICE; i++) {
      sum += random.nextDouble();
    }
    return sum - DICE / 2.0;
  }

  /** A factor around 1. */
  public double factor(double deviation) {
    return StrictMath.exp(deviation * normal());
  }
}
