package org.urnengang.rules.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.quotient.HighestQuotients;
import org.urnengang.rules.seats.quotient.LargestRemainders;

/** Questions for tests: written down or drawn from a seeded generator, many of them with ties. */
public final class Distributions {
  public static final ApportionmentMethod SAINTE_LAGUE =
      new HighestQuotients(MethodKind.SAINTE_LAGUE);
  public static final ApportionmentMethod D_HONDT = new HighestQuotients(MethodKind.D_HONDT);
  public static final ApportionmentMethod HARE_NIEMEYER = new LargestRemainders();

  private Distributions() {}

  /** A distribution of seats to {@code name, votes, name, votes …}. */
  public static Distribution question(int seats, Object... namesAndVotes) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < namesAndVotes.length; i += 2) {
      claims.add(Claim.of((String) namesAndVotes[i], ((Number) namesAndVotes[i + 1]).longValue()));
    }
    return new Distribution(Stage.of(Stage.Kind.SEATS), seats, claims);
  }

  /** Seats of an allocation that must be complete. */
  public static SortedMap<String, Integer> seats(Allocation<SeatTable> allocation) {
    return table(allocation).seats();
  }

  /** Table of an allocation that must be complete. */
  public static SeatTable table(Allocation<SeatTable> allocation) {
    if (allocation instanceof Allocated<SeatTable> allocated) {
      return allocated.result();
    }
    throw new AssertionError(allocation.toString());
  }

  /** Up to 12 claims; votes tiny, ordinary or huge, sometimes 0 and often equal. */
  public static Distribution random(Random random) {
    return random(random, 0);
  }

  /** The same, each claim with up to so many minimum seats. */
  public static Distribution random(Random random, int minimumUpTo) {
    long range =
        switch (random.nextInt(4)) {
          case 0 -> 6;
          case 1 -> 40;
          case 2 -> 1_000_000;
          default -> 50_000_000_000L;
        };
    List<Claim> claims = new ArrayList<>();
    int minimum = 0;
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      int own = random.nextInt(minimumUpTo + 1);
      minimum += own;
      claims.add(new Claim("P" + i, random.nextLong(range), own));
    }
    return new Distribution(Stage.of(Stage.Kind.SEATS), minimum + random.nextInt(60), claims);
  }

  /** The same question with other keys and in another order. */
  public static Distribution renamed(Distribution distribution, Map<String, String> names) {
    return new Distribution(
        distribution.stage(),
        distribution.seats(),
        distribution.claims().reversed().stream()
            .map(c -> new Claim(names.getOrDefault(c.key(), c.key()), c.votes(), c.minimum()))
            .toList());
  }

  /** Seats under other keys. */
  public static SortedMap<String, Integer> renamed(
      SortedMap<String, Integer> seats, Map<String, String> names) {
    SortedMap<String, Integer> renamed = new TreeMap<>();
    seats.forEach((key, count) -> renamed.put(names.getOrDefault(key, key), count));
    return renamed;
  }
}
