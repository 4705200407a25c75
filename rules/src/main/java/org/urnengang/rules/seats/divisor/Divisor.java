package org.urnengang.rules.seats.divisor;

import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;

/**
 * Zuteilungsdivisor (§ 6 Abs. 2 Satz 6 BWahlG 2013, § 5 Abs. 3 Satz 5 BWahlG 2023): the greatest
 * one that gives a claimant more than so many seats. Others stand for it, so that it is exact.
 *
 * @param reference a claimant with votes
 * @param seats seats that it exceeds by one
 */
record Divisor(Rounding rounding, Claim reference, long seats) {

  /** Seats due to the claimant when its votes are divided and rounded. */
  long due(Claim claim) {
    return rounding.pointsUpTo(claim.votes() * rounding.point(seats) / reference.votes());
  }

  /** Seats of the claimant: those due, but its minimum in any case. */
  int seatsOf(Claim claim) {
    return Math.toIntExact(Math.max(claim.minimum(), due(claim)));
  }

  /** Seats of all claimants together. */
  long total(Distribution distribution) {
    long total = 0;
    for (Claim claim : distribution.claims()) {
      total += seatsOf(claim);
    }
    return total;
  }

  /** Whether any greater divisor would cost the claimant a seat. */
  boolean isBorderOf(Claim claim) {
    long due = due(claim);
    return due > claim.minimum() && rounding.border(claim, due - 1).equals(value());
  }

  Fraction value() {
    return rounding.border(reference, seats);
  }
}
