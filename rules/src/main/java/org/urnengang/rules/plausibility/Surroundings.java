package org.urnengang.rules.plausibility;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The districts that a district is compared with: those of its municipality and kind; where they
 * are few, the municipality's other kind and all municipalities of the Land fill in.
 */
final class Surroundings {
  /** How many votes the guess from further away weighs beside the municipality's own kind. */
  private static final long WEIGHT_OF_GUESS = 1_000;

  /** How many votes the Land weighs beside the municipality. */
  private static final long WEIGHT_OF_LAND = 2_000;

  private static final int LENGTH_OF_LAND = 2;

  private final int vote;
  private final int options;
  private final Map<String, Counted> members = new HashMap<>();
  private final Map<Cell, Totals> byMunicipality = new HashMap<>();
  private final Map<Cell, Totals> byLand = new HashMap<>();

  /** Districts of one place that vote in the same way. */
  record Cell(String place, boolean postal) {}

  Surroundings(Collection<Counted> districts, int vote, int options) {
    this.vote = vote;
    this.options = options;
    for (Counted counted : districts) {
      boolean postal = counted.kind().isPostal();
      if (members.putIfAbsent(counted.district(), counted) == null) {
        totals(byMunicipality, new Cell(counted.municipality(), postal)).add(counted, vote, 1);
        totals(byLand, land(counted, postal)).add(counted, vote, 1);
      }
    }
  }

  private Totals totals(Map<Cell, Totals> all, Cell cell) {
    return all.computeIfAbsent(cell, any -> new Totals(options));
  }

  /** Where districts vary alike: a Land and a way of voting. */
  static Cell land(Counted counted, boolean postal) {
    String ags = counted.municipality();
    return new Cell(ags.substring(0, Math.min(LENGTH_OF_LAND, ags.length())), postal);
  }

  /** What the others let expect of this district; it does not count itself. */
  Expectation expect(Counted counted) {
    boolean postal = counted.kind().isPostal();
    Totals own = others(byMunicipality, new Cell(counted.municipality(), postal), counted);
    Totals otherKind = others(byMunicipality, new Cell(counted.municipality(), !postal), counted);
    Totals land = others(byLand, land(counted, postal), counted);
    long[] landShares = shares(land);
    long[] otherShares = shares(others(byLand, land(counted, !postal), counted));
    long[] guess = new long[options];
    for (int i = 0; i < options; i++) {
      long expected =
          own.valid * landShares[i]
              + otherKind.valid * otherShares[i]
              + WEIGHT_OF_LAND * landShares[i];
      long got = Fixed.of(own.lines[i] + otherKind.lines[i]) + WEIGHT_OF_LAND * landShares[i];
      guess[i] = scaled(landShares[i], got, expected);
    }
    long[] shares = normalized(guess);
    for (int i = 0; i < options; i++) {
      shares[i] =
          (Fixed.of(own.lines[i]) + WEIGHT_OF_GUESS * shares[i]) / (own.valid + WEIGHT_OF_GUESS);
    }
    long turnout = turnout(land.fromRoll, land.eligible, Fixed.ONE / 2);
    return new Expectation(
        normalized(shares),
        turnout(own.fromRoll, own.eligible, turnout),
        invalid(own, invalid(land, Fixed.ONE / 100)));
  }

  private Totals others(Map<Cell, Totals> all, Cell cell, Counted counted) {
    Totals totals = all.getOrDefault(cell, new Totals(options));
    Counted itself = members.get(counted.district());
    if (itself == null || cell.postal() != itself.kind().isPostal()) {
      return totals;
    }
    return totals.without(itself, vote);
  }

  /** Every line gets half a vote, so that nothing is impossible. */
  private long[] shares(Totals totals) {
    long[] shares = new long[options];
    for (int i = 0; i < options; i++) {
      shares[i] = Math.max(1, Fixed.ratio(2 * totals.lines[i] + 1, 2 * totals.valid + options));
    }
    return shares;
  }

  private static long scaled(long share, long numerator, long denominator) {
    long factor =
        Fixed.ratio(
            numerator >> (Fixed.PLACES / 2), Math.max(1, denominator >> (Fixed.PLACES / 2)));
    return Math.max(1, Fixed.times(share, factor));
  }

  private static long[] normalized(long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      sum += weight;
    }
    long[] shares = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = Math.max(1, Fixed.ratio(weights[i], sum));
    }
    return shares;
  }

  private static long turnout(long voters, long eligible, long guess) {
    return (Fixed.of(voters) + WEIGHT_OF_GUESS * guess) / (eligible + WEIGHT_OF_GUESS);
  }

  private static long invalid(Totals totals, long guess) {
    return (Fixed.of(totals.invalid) + WEIGHT_OF_GUESS * guess)
        / (totals.valid + totals.invalid + WEIGHT_OF_GUESS);
  }
}
