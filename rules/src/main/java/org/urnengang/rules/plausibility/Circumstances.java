package org.urnengang.rules.plausibility;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.urnengang.rules.record.Figures;

/**
 * Umstände einer Meldung: what only the election office knows of it. A check without its number is
 * silent.
 *
 * @param wahlscheineIssued Wahlscheine issued (A2) by the districts whose postal votes these are
 * @param admitted Stimmabgabevermerke and Wahlscheine before the urn was opened (§ 68 Abs. 1 BWO)
 * @param otherElections B of the other elections of the day in this district, by name
 * @param minutesAfterClose when the report came in, after the close of the polls; negative before
 * @param firstEntry what the first entry says, for whoever compares a second
 */
public record Circumstances(
    OptionalInt wahlscheineIssued,
    OptionalInt admitted,
    Map<String, Integer> otherElections,
    OptionalInt minutesAfterClose,
    Optional<Figures> firstEntry) {
  /** Nothing is known beside the report. */
  public static final Circumstances NONE =
      new Circumstances(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Map.of(),
          OptionalInt.empty(),
          Optional.empty());

  public Circumstances {
    otherElections = Map.copyOf(otherElections);
  }
}
