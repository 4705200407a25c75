package org.urnengang.rules.seats;

/**
 * Doppelte Berechnung: two implementations that know nothing of each other must give the same
 * answer before anything is published.
 */
public final class TwofoldCalculation {
  private final SeatImplementation first;
  private final SeatImplementation second;

  public TwofoldCalculation(SeatImplementation first, SeatImplementation second) {
    if (first.name().equals(second.name())) {
      throw new IllegalArgumentException(first.name() + " prüft sich nicht selbst");
    }
    this.first = first;
    this.second = second;
  }

  /** What two calculations of the same question come to. */
  public sealed interface Verdict<R> {}

  /**
   * Both say the same.
   *
   * @param allocation the answer, with the trail of the first implementation
   */
  public record Agreement<R>(Allocation<R> allocation) implements Verdict<R> {}

  /** They differ: nothing may be published, and both are shown to those who look for the fault. */
  public record Disagreement<R>(Allocation<R> first, Allocation<R> second) implements Verdict<R> {}

  /** Distributes seats by a method, twice. */
  public Verdict<SeatTable> allocate(MethodKind kind, Distribution distribution, Lots lots) {
    return compare(
        first.method(kind).allocate(distribution, lots),
        second.method(kind).allocate(distribution, lots));
  }

  /**
   * Applies a law, twice.
   *
   * @throws IllegalArgumentException if one of the implementations does not have that law
   */
  public <I, R> Verdict<R> calculate(LawKey<I, R> key, I election, Lots lots) {
    return compare(
        law(first, key).calculate(election, lots), law(second, key).calculate(election, lots));
  }

  private static <I, R> SeatLaw<I, R> law(SeatImplementation implementation, LawKey<I, R> key) {
    return implementation
        .law(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "das Gesetz " + key.name() + " ist in " + implementation.name() + " nicht da"));
  }

  private static <R> Verdict<R> compare(Allocation<R> one, Allocation<R> other) {
    return one.agreesWith(other) ? new Agreement<>(one) : new Disagreement<>(one, other);
  }
}
