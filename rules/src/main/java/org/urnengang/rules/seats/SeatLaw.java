package org.urnengang.rules.seats;

/**
 * Ein Gesetz über die Verteilung von Sitzen oder die Feststellung eines Ergebnisses, in einer
 * Umsetzung.
 *
 * @param <I> the figures and the parameters that the law fixes
 * @param <R> what it determines
 */
public interface SeatLaw<I, R> {

  LawKey<I, R> key();

  /**
   * Applies the law. Stages come in the order of the law, their subjects in the order of their
   * keys: of several lots that are needed the first is asked for.
   *
   * @param lots lots drawn so far
   */
  Allocation<R> calculate(I election, Lots lots);
}
