package org.urnengang.rules.seats.divisor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.SeatTable.Span;

/**
 * Quotenverfahren mit Restausgleich nach größten Bruchteilen (Hare/Niemeyer, § 36 Abs. 2 NKWG): the
 * remainder is sought from which on a share is rounded up so that exactly all seats are given.
 */
final class RemainderThreshold implements ApportionmentMethod {

  @Override
  public MethodKind kind() {
    return MethodKind.HARE_NIEMEYER;
  }

  @Override
  public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
    Quota quota = Quota.of(distribution.claims(), distribution.seats());
    if (quota.votes() == 0) {
      int minimum = distribution.claims().stream().mapToInt(Claim::minimum).sum();
      return minimum == distribution.seats()
          ? new Allocated<>(withoutVotes(distribution), List.of())
          : new NotYetDecidable<>(Reason.NO_VOTES, List.of());
    }
    return share(distribution, quota, lots);
  }

  /** One round, and another one without those who fall short of their minimum. */
  private static Allocation<SeatTable> share(Distribution distribution, Quota quota, Lots lots) {
    long threshold = quota.threshold(quota.seats());
    Quota next = quota.without(claim -> quota.roundedFrom(threshold, claim) < claim.minimum());
    if (next.claims().size() < quota.claims().size()) {
      return share(distribution, next, lots);
    }
    int excess = Math.toIntExact(quota.total(threshold) - quota.seats());
    if (excess == 0) {
      return new Allocated<>(table(distribution, quota, threshold, Set.of(), false), List.of());
    }
    SortedSet<String> tied = quota.at(threshold);
    LotCase lot =
        new LotCase(distribution.stage(), distribution.seats(), tied, tied.size() - excess);
    Optional<SortedSet<String>> drawn = lots.drawn(lot);
    if (drawn.isEmpty()) {
      return new LotRequired<>(lot, List.of());
    }
    Set<String> losers = new HashSet<>(tied);
    losers.removeAll(drawn.get());
    Quota after =
        quota.without(
            claim ->
                losers.contains(claim.key())
                    && quota.roundedFrom(threshold, claim) - 1 < claim.minimum());
    return after.claims().size() < quota.claims().size()
        ? share(distribution, after, lots)
        : new Allocated<>(table(distribution, quota, threshold, losers, true), List.of());
  }

  private static SeatTable table(
      Distribution distribution, Quota quota, long threshold, Set<String> losers, boolean lot) {
    TableBuilder table = new TableBuilder(distribution);
    Set<Claim> sharing = new HashSet<>(quota.claims());
    long low = 0;
    boolean rounded = false;
    for (Claim claim : distribution.claims()) {
      if (!sharing.contains(claim)) {
        table.minimum(claim, claim.minimum(), seat -> Fraction.ZERO);
        continue;
      }
      for (long whole = quota.share(claim).floor(); whole > 0; whole--) {
        table.byValue(claim, Basis.WHOLE_SHARE, quota.share(claim), false);
      }
      long remainder = quota.remainder(claim);
      if (remainder >= threshold && !losers.contains(claim.key())) {
        Fraction value = new Fraction(remainder, quota.votes());
        table.byValue(claim, Basis.REMAINDER, value, lot && remainder == threshold);
        rounded = true;
      } else {
        low = Math.max(low, remainder);
      }
    }
    Optional<Fraction> high =
        rounded ? Optional.of(new Fraction(threshold, quota.votes())) : Optional.empty();
    return table.build(MethodKind.HARE_NIEMEYER, new Span(new Fraction(low, quota.votes()), high));
  }

  private static SeatTable withoutVotes(Distribution distribution) {
    TableBuilder table = new TableBuilder(distribution);
    for (Claim claim : distribution.claims()) {
      table.minimum(claim, claim.minimum(), seat -> Fraction.ZERO);
    }
    return table.build(MethodKind.HARE_NIEMEYER, new Span(Fraction.ZERO, Optional.empty()));
  }
}
