package org.urnengang.rules.seats;

/**
 * Ein Sitzzuteilungsverfahren in einer Umsetzung. Every implementation must give the same answer to
 * the same question, seat order and span included.
 */
public interface ApportionmentMethod {

  MethodKind kind();

  /**
   * Distributes the seats. The order of claims never matters; a claimant without votes receives no
   * seat beyond its minimum; a tie needs a lot only if equal claims exceed the open seats.
   *
   * @param lots lots drawn so far
   * @return {@link Reason#NO_VOTES} if seats are open and nobody has votes
   */
  Allocation<SeatTable> allocate(Distribution distribution, Lots lots);
}
