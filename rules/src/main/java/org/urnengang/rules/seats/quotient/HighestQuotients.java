package org.urnengang.rules.seats.quotient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Step;

/** Sainte-Laguë/Schepers and d’Hondt by highest quotients. */
public final class HighestQuotients implements ApportionmentMethod {
  private final MethodKind kind;

  public HighestQuotients(MethodKind kind) {
    this.kind = kind;
  }

  @Override
  public MethodKind kind() {
    return kind;
  }

  @Override
  public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
    QuotientQueue queue = new QuotientQueue(kind, distribution.claims());
    while (queue.size() < distribution.seats()) {
      if (queue.isEmpty()) {
        return new Allocation.NotYetDecidable<>(Reason.NO_VOTES, List.of());
      }
      queue.next();
    }
    List<Step> trail = new ArrayList<>();
    SortedSet<String> tied = queue.tied();
    if (!tied.isEmpty()) {
      LotCase occasion =
          new LotCase(distribution.stage(), distribution.seats(), tied, queue.tiedSeats());
      Optional<SortedSet<String>> drawn = lots.drawn(occasion);
      if (drawn.isEmpty()) {
        return new Allocation.LotRequired<>(occasion, List.of());
      }
      queue.settle(drawn.orElseThrow());
      trail.add(new Step.LotApplied(new Lot(occasion, drawn.orElseThrow()), ""));
    }
    SeatTable table = queue.table(distribution.stage());
    trail.add(new Step.Distributed(distribution, table, ""));
    return new Allocation.Allocated<>(table, trail);
  }
}
