package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.quotient.HighestQuotients;
import org.urnengang.rules.seats.quotient.LargestRemainders;

/** Rechengang: the trail of one calculation and the lots it may use. */
final class Course {
  private final Lots lots;
  private final List<Step> trail = new ArrayList<>();

  Course(Lots lots) {
    this.lots = lots;
  }

  void note(Step step) {
    trail.add(step);
  }

  /** A result on the way; the trail stays here. */
  <R> Allocation<R> done(R result) {
    return new Allocation.Allocated<>(result, List.of());
  }

  /** The result of the law with the whole trail. */
  <R> Allocation<R> finish(R result) {
    return new Allocation.Allocated<>(result, trail);
  }

  <R> Allocation<R> waitFor(Reason reason) {
    return new Allocation.NotYetDecidable<>(reason, trail);
  }

  /** Distributes seats by Sainte-Laguë/Schepers. */
  Allocation<SeatTable> sainteLague(Stage stage, int seats, List<Claim> claims, String law) {
    return record(
        new HighestQuotients(MethodKind.SAINTE_LAGUE), new Distribution(stage, seats, claims), law);
  }

  /** Distributes seats by Hare/Niemeyer. */
  Allocation<SeatTable> hareNiemeyer(Stage stage, int seats, List<Claim> claims, String law) {
    return record(new LargestRemainders(), new Distribution(stage, seats, claims), law);
  }

  private Allocation<SeatTable> record(
      ApportionmentMethod method, Distribution distribution, String law) {
    Allocation<SeatTable> allocation = method.allocate(distribution, lots);
    for (Step step : allocation.trail()) {
      if (step instanceof Step.LotApplied applied) {
        note(new Step.LotApplied(applied.lot(), law));
      }
    }
    return switch (allocation) {
      case Allocation.Allocated<SeatTable> allocated -> {
        note(new Step.Distributed(distribution, allocated.result(), law));
        yield allocated;
      }
      case Allocation.LotRequired<SeatTable> required ->
          new Allocation.LotRequired<>(required.lot(), trail);
      case Allocation.NotYetDecidable<SeatTable> waiting -> waitFor(waiting.reason());
    };
  }

  /** Who won the lot, if it has been drawn. */
  Allocation<SortedSet<String>> draw(LotCase occasion, String law) {
    Optional<SortedSet<String>> drawn = lots.drawn(occasion);
    if (drawn.isEmpty()) {
      return new Allocation.LotRequired<>(occasion, trail);
    }
    note(new Step.LotApplied(new Lot(occasion, drawn.orElseThrow()), law));
    return done(drawn.orElseThrow());
  }

  /** Goes through the subjects in order until one of them cannot be decided. */
  <V, T> Allocation<SortedMap<String, T>> each(
      SortedMap<String, V> subjects, BiFunction<String, V, Allocation<T>> decide) {
    SortedMap<String, T> results = new TreeMap<>();
    for (Map.Entry<String, V> subject : subjects.entrySet()) {
      Allocation<T> allocation = decide.apply(subject.getKey(), subject.getValue());
      if (!(allocation instanceof Allocation.Allocated<T> allocated)) {
        return allocation.then(result -> done(results));
      }
      results.put(subject.getKey(), allocated.result());
    }
    return done(results);
  }
}
