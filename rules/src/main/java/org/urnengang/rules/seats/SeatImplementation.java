package org.urnengang.rules.seats;

import java.util.List;
import java.util.Optional;

/**
 * Eine vollständige Umsetzung aller Verfahren und Gesetze, written without knowledge of any other.
 */
public interface SeatImplementation {

  /** Short name for messages, for example {@code highest-quotient}. */
  String name();

  /** One method of each kind. */
  List<ApportionmentMethod> methods();

  /** One law of each key. */
  List<SeatLaw<?, ?>> laws();

  /** The law with this key. */
  @SuppressWarnings("unchecked") // a key belongs to one question and answer
  default <I, R> Optional<SeatLaw<I, R>> law(LawKey<I, R> key) {
    return laws().stream()
        .filter(law -> law.key().equals(key))
        .map(law -> (SeatLaw<I, R>) law)
        .findFirst();
  }

  default ApportionmentMethod method(MethodKind kind) {
    return methods().stream()
        .filter(method -> method.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name() + " kennt nicht " + kind));
  }
}
