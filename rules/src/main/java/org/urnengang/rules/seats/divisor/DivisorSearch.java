package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.urnengang.rules.seats.SeatTable.Span;

/**
 * Divisorverfahren (§ 6 Abs. 2 BWahlG 2013, § 5 Abs. 3 BWahlG 2023): the votes of all are divided
 * by one divisor and rounded, and the divisor is sought with which exactly all seats are given.
 */
final class DivisorSearch implements ApportionmentMethod {
  private final Rounding rounding;

  DivisorSearch(Rounding rounding) {
    this.rounding = rounding;
  }

  @Override
  public MethodKind kind() {
    return rounding.kind();
  }

  @Override
  public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
    if (minimum(distribution) == distribution.seats()) {
      return new Allocated<>(minimumOnly(distribution), List.of());
    }
    if (distribution.votes() == 0) {
      return new NotYetDecidable<>(Reason.NO_VOTES, List.of());
    }
    Divisor divisor = greatestSufficient(distribution);
    Border border = border(distribution, divisor);
    if (border.tied().isEmpty()) {
      SeatTable table = table(distribution, divisor, border, Set.of());
      return new Allocated<>(table, List.of());
    }
    LotCase lot =
        new LotCase(distribution.stage(), distribution.seats(), border.tied(), border.open());
    Optional<SortedSet<String>> drawn = lots.drawn(lot);
    return drawn.isEmpty()
        ? new LotRequired<>(lot, List.of())
        : new Allocated<>(table(distribution, divisor, border, drawn.get()), List.of());
  }

  private static int minimum(Distribution distribution) {
    return distribution.claims().stream().mapToInt(Claim::minimum).sum();
  }

  /**
   * Seats that are certain, and what a lot has to decide.
   *
   * @param certain seats of everybody, without those that a lot decides
   * @param tied whose last seat is a matter of lot, nobody's if all of them receive it
   * @param open how many of the tied receive it
   */
  record Border(SortedMap<String, Integer> certain, SortedSet<String> tied, int open) {}

  /** What a distribution to claimants with votes comes to before any lot. */
  Border border(Distribution distribution) {
    return border(distribution, greatestSufficient(distribution));
  }

  private static Border border(Distribution distribution, Divisor divisor) {
    long excess = divisor.total(distribution) - distribution.seats();
    SortedMap<String, Integer> certain = new TreeMap<>();
    SortedSet<String> tied = new TreeSet<>();
    for (Claim claim : distribution.claims()) {
      boolean open = excess > 0 && divisor.isBorderOf(claim);
      if (open) {
        tied.add(claim.key());
      }
      certain.put(claim.key(), divisor.seatsOf(claim) - (open ? 1 : 0));
    }
    return new Border(certain, tied, Math.toIntExact(tied.size() - excess));
  }

  /**
   * The greatest divisor with which at least all seats are given. First the strongest claimant's
   * own borders are searched by halving: between two of them everybody has at most one.
   */
  private Divisor greatestSufficient(Distribution distribution) {
    Claim strongest = distribution.claims().getFirst();
    for (Claim claim : distribution.claims()) {
      strongest = claim.votes() > strongest.votes() ? claim : strongest;
    }
    long insufficient = -1;
    long sufficient = distribution.seats() - 1L;
    while (sufficient - insufficient > 1) {
      long middle = (insufficient + sufficient) / 2;
      if (new Divisor(rounding, strongest, middle).total(distribution) >= distribution.seats()) {
        sufficient = middle;
      } else {
        insufficient = middle;
      }
    }
    return raise(distribution, new Divisor(rounding, strongest, sufficient));
  }

  /** Raises a sufficient divisor to the last border at which it still is. */
  private Divisor raise(Distribution distribution, Divisor sufficient) {
    Divisor greatest = sufficient;
    for (Claim claim : distribution.claims()) {
      long due = sufficient.due(claim);
      if (due > claim.minimum()) {
        Divisor border = new Divisor(rounding, claim, due - 1);
        if (border.value().compareTo(greatest.value()) > 0
            && border.total(distribution) >= distribution.seats()) {
          greatest = border;
        }
      }
    }
    return greatest;
  }

  private SeatTable minimumOnly(Distribution distribution) {
    TableBuilder table = new TableBuilder(distribution);
    Fraction low = Fraction.ZERO;
    for (Claim claim : distribution.claims()) {
      table.minimum(claim, claim.minimum(), s -> rounding.border(claim, s));
      low = max(low, rounding.border(claim, claim.minimum()));
    }
    return table.build(kind(), new Span(low, Optional.empty()));
  }

  private SeatTable table(
      Distribution distribution, Divisor divisor, Border border, Set<String> drawn) {
    TableBuilder table = new TableBuilder(distribution);
    Fraction low = Fraction.ZERO;
    for (Claim claim : distribution.claims()) {
      int certain = border.certain().getOrDefault(claim.key(), 0);
      boolean byLot = drawn.contains(claim.key());
      table.minimum(claim, claim.minimum(), s -> rounding.border(claim, s));
      for (int s = claim.minimum(); s < certain; s++) {
        table.byValue(claim, SeatTable.Basis.QUOTIENT, rounding.border(claim, s), false);
      }
      if (byLot) {
        table.byValue(claim, SeatTable.Basis.QUOTIENT, rounding.border(claim, certain), true);
      }
      low = max(low, rounding.border(claim, certain + (byLot ? 1 : 0)));
    }
    return table.build(kind(), new Span(low, Optional.of(divisor.value())));
  }

  private static Fraction max(Fraction one, Fraction other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
