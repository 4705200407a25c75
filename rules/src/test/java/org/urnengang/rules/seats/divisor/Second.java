package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;

/** Asks the second implementation. */
final class Second {
  private static final DivisorImplementation IMPLEMENTATION = new DivisorImplementation();

  private Second() {}

  static Allocation<SeatTable> allocate(MethodKind kind, Distribution distribution, Lot... lots) {
    return IMPLEMENTATION.method(kind).allocate(distribution, Lots.of(List.of(lots)));
  }

  static <I, R> Allocation<R> calculate(LawKey<I, R> law, I election, Lot... lots) {
    return IMPLEMENTATION.law(law).orElseThrow().calculate(election, Lots.of(List.of(lots)));
  }

  static <R> R result(Allocation<R> allocation) {
    if (allocation instanceof Allocated<R> allocated) {
      return allocated.result();
    }
    throw new AssertionError(allocation.toString());
  }

  static LotCase lot(Allocation<?> allocation) {
    if (allocation instanceof LotRequired<?> required) {
      return required.lot();
    }
    throw new AssertionError(allocation.toString());
  }

  static Reason reason(Allocation<?> allocation) {
    if (allocation instanceof NotYetDecidable<?> waiting) {
      return waiting.reason();
    }
    throw new AssertionError(allocation.toString());
  }

  static Lot drawn(LotCase occasion, String... winners) {
    return new Lot(occasion, new TreeSet<>(List.of(winners)));
  }
}
