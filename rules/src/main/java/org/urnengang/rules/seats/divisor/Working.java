package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/** Rechengang of one law: the lots that were drawn and the steps that were taken. */
final class Working {
  private static final ApportionmentMethod STANDARD_ROUNDING = new DivisorSearch(Rounding.STANDARD);
  private static final ApportionmentMethod LARGEST_REMAINDERS = new RemainderThreshold();

  private final Lots lots;
  private final List<Step> steps = new ArrayList<>();

  Working(Lots lots) {
    this.lots = lots;
  }

  Lots lots() {
    return lots;
  }

  void note(Step step) {
    steps.add(step);
  }

  <R> Allocation<R> found(R result) {
    return new Allocated<>(result, steps);
  }

  <R> Allocation<R> undecidable(Reason reason) {
    return new NotYetDecidable<>(reason, steps);
  }

  /** Divisorverfahren mit Standardrundung. */
  Allocation<SeatTable> divide(Stage stage, int seats, List<Claim> claims, String law) {
    return noted(STANDARD_ROUNDING, new Distribution(stage, seats, claims), law);
  }

  /** Quotenverfahren mit Restausgleich nach größten Bruchteilen. */
  Allocation<SeatTable> share(Stage stage, int seats, List<Claim> claims, String law) {
    return noted(LARGEST_REMAINDERS, new Distribution(stage, seats, claims), law);
  }

  private Allocation<SeatTable> noted(
      ApportionmentMethod method, Distribution distribution, String law) {
    return switch (method.allocate(distribution, lots)) {
      case Allocated<SeatTable> allocated -> {
        note(new Step.Distributed(distribution, allocated.result(), law));
        yield found(allocated.result());
      }
      case LotRequired<SeatTable> required -> new LotRequired<>(required.lot(), steps);
      case NotYetDecidable<SeatTable> waiting -> undecidable(waiting.reason());
    };
  }

  /** Those of the equal candidates who win; all of them if there is room, else by lot. */
  Allocation<SortedSet<String>> choose(
      Stage stage, int seats, Collection<String> candidates, int open, String law) {
    if (open <= 0) {
      return found(new TreeSet<>());
    }
    if (open >= candidates.size()) {
      return found(new TreeSet<>(candidates));
    }
    LotCase occasion = new LotCase(stage, seats, candidates, open);
    Optional<SortedSet<String>> drawn = lots.drawn(occasion);
    if (drawn.isEmpty()) {
      return new LotRequired<>(occasion, steps);
    }
    note(new Step.LotApplied(new Lot(occasion, drawn.get()), law));
    return found(drawn.get());
  }

  /** Answers the question of every key in order, up to the first that has no answer yet. */
  <T> Allocation<SortedMap<String, T>> each(
      Iterable<String> keys, Function<String, Allocation<T>> question) {
    SortedMap<String, T> answers = new TreeMap<>();
    for (String key : keys) {
      Allocation<T> answer = question.apply(key);
      if (!(answer instanceof Allocated<T>(T value, List<Step> _))) {
        return answer.then(_ -> found(answers));
      }
      answers.put(key, value);
    }
    return found(answers);
  }
}
