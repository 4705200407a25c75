package org.urnengang.rules.seats.quotient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.SeatTable.Span;

/** Writes down who received which seat by Hare/Niemeyer. */
final class HareTable {
  private final Distribution distribution;
  private final HareShares shares;
  private final SortedSet<String> winners;
  private final List<AwardedSeat> order = new ArrayList<>();
  private final SortedMap<String, Integer> seats = new TreeMap<>();

  HareTable(Distribution distribution, HareShares shares, SortedSet<String> winners) {
    this.distribution = distribution;
    this.shares = shares;
    this.winners = winners;
  }

  SeatTable build() {
    for (Claim claim : distribution.claims()) {
      seats.put(claim.key(), 0);
      if (!shares.byRemainder().contains(claim)) {
        award(claim, Basis.MINIMUM, Fraction.ZERO, claim.minimum(), false);
      }
    }
    shares.byRemainder().stream()
        .sorted(Comparator.comparingLong(Claim::votes).reversed().thenComparing(Claim::key))
        .forEach(
            claim -> award(claim, Basis.WHOLE_SHARE, share(claim), shares.whole(claim), false));
    boolean lot = shares.hasTie();
    SortedSet<String> tied = shares.tied();
    for (Claim claim : shares.byRemainder()) {
      if (winners.contains(claim.key())) {
        boolean byLot = lot && tied.contains(claim.key());
        award(claim, Basis.REMAINDER, remainder(claim), 1, byLot);
      }
    }
    return new SeatTable(MethodKind.HARE_NIEMEYER, distribution.stage(), seats, order, span());
  }

  private void award(Claim claim, Basis basis, Fraction value, int count, boolean byLot) {
    for (int i = 0; i < count; i++) {
      order.add(new AwardedSeat(order.size() + 1, claim.key(), basis, value, byLot));
    }
    seats.merge(claim.key(), count, Integer::sum);
  }

  private Fraction share(Claim claim) {
    return new Fraction(claim.votes() * shares.seats(), Math.max(1, shares.votes()));
  }

  private Fraction remainder(Claim claim) {
    return new Fraction(shares.remainder(claim), Math.max(1, shares.votes()));
  }

  private Span span() {
    Fraction low =
        shares.byRemainder().stream()
            .filter(claim -> !winners.contains(claim.key()))
            .map(this::remainder)
            .max(Comparator.naturalOrder())
            .orElse(Fraction.ZERO);
    Optional<Fraction> high =
        shares.byRemainder().stream()
            .filter(claim -> winners.contains(claim.key()))
            .map(this::remainder)
            .min(Comparator.naturalOrder());
    return new Span(low, high);
  }
}
