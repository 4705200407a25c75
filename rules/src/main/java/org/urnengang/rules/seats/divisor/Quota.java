package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Fraction;

/**
 * Verhältnis von Sitzen und Stimmen (Hare-Quote, § 36 Abs. 2 NKWG) of those who share seats.
 *
 * @param claims who shares
 * @param seats seats that they share
 * @param votes votes of all of them
 */
record Quota(List<Claim> claims, int seats, long votes) {

  static Quota of(List<Claim> claims, int seats) {
    return new Quota(claims, seats, claims.stream().mapToLong(Claim::votes).sum());
  }

  /** The exact share of a claimant. */
  Fraction share(Claim claim) {
    return new Fraction(claim.votes() * seats, votes);
  }

  /** What is left of the share above a whole number, in 1/votes. */
  long remainder(Claim claim) {
    return claim.votes() * seats % votes;
  }

  /** Seats of a claimant if shares are rounded up from this remainder (1 to votes) on. */
  int roundedFrom(long threshold, Claim claim) {
    return Math.toIntExact((claim.votes() * seats + votes - threshold) / votes);
  }

  long total(long threshold) {
    long total = 0;
    for (Claim claim : claims) {
      total += roundedFrom(threshold, claim);
    }
    return total;
  }

  /** The greatest threshold with which at least so many seats are given, found by halving. */
  long threshold(long given) {
    long sufficient = 1;
    long insufficient = votes + 1;
    while (insufficient - sufficient > 1) {
      long middle = (insufficient + sufficient) / 2;
      if (total(middle) >= given) {
        sufficient = middle;
      } else {
        insufficient = middle;
      }
    }
    return sufficient;
  }

  /** Those whose remainder is exactly the threshold. */
  SortedSet<String> at(long threshold) {
    SortedSet<String> keys = new TreeSet<>();
    for (Claim claim : claims) {
      if (remainder(claim) == threshold) {
        keys.add(claim.key());
      }
    }
    return keys;
  }

  /** What the others share when these are left out with their minimum seats. */
  Quota without(Predicate<Claim> leftOut) {
    int kept = claims.stream().filter(leftOut).mapToInt(Claim::minimum).sum();
    return of(claims.stream().filter(leftOut.negate()).toList(), seats - kept);
  }
}
