package org.urnengang.rules.seats;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.law.FirstImplementation;

/** Applies laws of the first implementation and looks into the answers. */
final class Calculations {
  private static final SeatImplementation IMPLEMENTATION = new FirstImplementation();

  private Calculations() {}

  static <I, R> Allocation<R> apply(LawKey<I, R> law, I election, Lot... lots) {
    return IMPLEMENTATION.law(law).orElseThrow().calculate(election, Lots.of(List.of(lots)));
  }

  static <R> Allocated<R> complete(Allocation<R> allocation) {
    if (allocation instanceof Allocated<R> allocated) {
      return allocated;
    }
    throw new AssertionError(allocation.toString());
  }

  static <I, R> R result(LawKey<I, R> law, I election, Lot... lots) {
    return complete(apply(law, election, lots)).result();
  }

  static <R> LotCase lotCase(Allocation<R> allocation) {
    if (allocation instanceof LotRequired<R> required) {
      return required.lot();
    }
    throw new AssertionError(allocation.toString());
  }

  static Lot draw(LotCase occasion, String... winners) {
    return new Lot(occasion, new TreeSet<>(List.of(winners)));
  }

  static LotCase lotCase(
      Stage.Kind kind, String subject, int seats, Collection<String> candidates, int open) {
    return new LotCase(new Stage(kind, subject), seats, candidates, open);
  }

  static <R, S extends Step> List<S> steps(Allocation<R> allocation, Class<S> type) {
    return allocation.trail().stream().filter(type::isInstance).map(type::cast).toList();
  }

  static <R> SeatTable table(Allocation<R> allocation, Stage stage) {
    return steps(allocation, Step.Distributed.class).stream()
        .map(Step.Distributed::table)
        .filter(table -> table.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }
}
