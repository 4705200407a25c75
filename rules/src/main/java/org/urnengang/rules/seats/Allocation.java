package org.urnengang.rules.seats;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Ergebnis einer Sitzverteilung oder Feststellung: a result, or what is missing for one.
 *
 * @param <R> what is determined, for example a {@link SeatTable} or a {@link SeatResult}
 */
public sealed interface Allocation<R> {

  /** Every step in order, as far as the calculation came. */
  List<Step> trail();

  /**
   * Everything is decided.
   *
   * @param result what is decided; it alone is compared between implementations
   * @param trail how it came about
   */
  record Allocated<R>(R result, List<Step> trail) implements Allocation<R> {
    public Allocated {
      trail = List.copyOf(trail);
    }
  }

  /**
   * A lot must be drawn first, and the calculation repeated with it.
   *
   * @param lot what it decides
   * @param trail the steps before it
   */
  record LotRequired<R>(LotCase lot, List<Step> trail) implements Allocation<R> {
    public LotRequired {
      trail = List.copyOf(trail);
    }

    /** Those among whom the lot is drawn. */
    public SortedSet<String> candidates() {
      return lot.candidates();
    }

    /** How many of them win. */
    public int seatsOpen() {
      return lot.seatsOpen();
    }
  }

  /**
   * Nothing can be decided yet.
   *
   * @param reason why
   * @param trail the steps before
   */
  record NotYetDecidable<R>(Reason reason, List<Step> trail) implements Allocation<R> {
    public NotYetDecidable {
      trail = List.copyOf(trail);
    }
  }

  /** Goes on with the result; a needed lot or a reason to wait stays what it is. */
  default <S> Allocation<S> then(Function<? super R, Allocation<S>> next) {
    return switch (this) {
      case Allocated<R> allocated -> next.apply(allocated.result());
      case LotRequired<R> required -> new LotRequired<>(required.lot(), required.trail());
      case NotYetDecidable<R> waiting -> new NotYetDecidable<>(waiting.reason(), waiting.trail());
    };
  }

  /** Whether both decide the same: equal results, equal lots, equal reasons; trails may differ. */
  default boolean agreesWith(Allocation<R> that) {
    return switch (this) {
      case Allocated<R> mine ->
          that instanceof Allocated<R> other && mine.result().equals(other.result());
      case LotRequired<R> mine ->
          that instanceof LotRequired<R> other && mine.lot().equals(other.lot());
      case NotYetDecidable<R> mine ->
          that instanceof NotYetDecidable<R> other && mine.reason() == other.reason();
    };
  }
}
