package org.urnengang.office.capture;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.urnengang.rules.record.Figures;

/** Stand der Meldung (§ 71 BWO) of one district in one election. */
sealed interface CaptureState {
  /** What was reported, released or not. */
  default Optional<Figures> reported() {
    return switch (this) {
      case Missing _ -> Optional.empty();
      case Submitted submitted -> Optional.of(submitted.figures());
      case Released released -> Optional.of(released.figures());
    };
  }

  /** Nothing was reported yet. */
  record Missing() implements CaptureState {}

  /** Reported, and not known to anybody outside the office. */
  record Submitted(Figures figures, OffsetDateTime at) implements CaptureState {}

  /**
   * Released: part of the ledger.
   *
   * @param entry id of its last entry in the ledger
   */
  record Released(Figures figures, OffsetDateTime at, long entry) implements CaptureState {}
}
