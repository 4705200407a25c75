package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Stage;

/** Distributions drawn from a seeded generator, made so that they are awkward. */
final class RandomDistributions {
  private static final long[] RANGES = {3, 12, 200, 60_000, 47_000_000, Claim.MAX_VOTES / 40};

  private final Random random;

  RandomDistributions(long seed) {
    random = new Random(seed);
  }

  Distribution next() {
    int claimants = random.nextInt(20) == 0 ? 20 + random.nextInt(20) : 1 + random.nextInt(9);
    long[] votes = votes(claimants);
    int seats = seats();
    int[] minimum = new int[claimants];
    if (random.nextInt(3) == 0) {
      seats = Math.max(seats, minimum(minimum, seats));
    }
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < claimants; i++) {
      claims.add(new Claim("P" + (char) ('A' + i), votes[i], minimum[i]));
    }
    Collections.shuffle(claims, random);
    return new Distribution(Stage.of(Stage.Kind.SEATS), seats, claims);
  }

  private int seats() {
    if (random.nextInt(50_000) == 0) {
      return Distribution.MAX_SEATS - random.nextInt(2);
    }
    return switch (random.nextInt(24)) {
      case 0 -> 0;
      case 1, 2 -> 1;
      case 3 -> 100 + random.nextInt(700);
      case 4, 5, 6 -> random.nextInt(100);
      default -> random.nextInt(30);
    };
  }

  private long[] votes(int claimants) {
    long[] votes = new long[claimants];
    int manner = random.nextInt(6);
    long range = RANGES[random.nextInt(RANGES.length)];
    long base = 1 + random.nextLong(range) / 40;
    for (int i = 0; i < claimants; i++) {
      votes[i] =
          switch (manner) {
            case 0 -> base * (2L * random.nextInt(20) + 1);
            case 1 -> base * random.nextInt(30);
            case 2 -> base * (1 + random.nextInt(2)) + random.nextInt(2);
            case 3 -> random.nextInt(3) == 0 ? 0 : 1 + random.nextLong(range);
            case 4 -> 1 + random.nextLong(RANGES[random.nextInt(RANGES.length)]);
            default -> random.nextLong(range);
          };
    }
    if (random.nextInt(50) == 0) {
      votes[0] = Claim.MAX_VOTES - LongStream.of(votes).skip(1).sum();
    }
    return votes;
  }

  /** Minimum seats, some far above what votes would give; returns their sum. */
  private int minimum(int[] minimum, int seats) {
    int sum = 0;
    int upTo = 1 + Math.min(seats, 2_000) / (random.nextBoolean() ? 1 : minimum.length);
    for (int i = 0; i < minimum.length; i++) {
      minimum[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(upTo);
      sum += minimum[i];
    }
    return random.nextInt(8) == 0 ? sum : sum + random.nextInt(20);
  }

  /** Draws a lot. */
  Lot draw(LotCase occasion) {
    List<String> candidates = new ArrayList<>(occasion.candidates());
    Collections.shuffle(candidates, random);
    return new Lot(occasion, new TreeSet<>(candidates.subList(0, occasion.seatsOpen())));
  }
}
