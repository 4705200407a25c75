package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Was das Wahlrecht über einen Menschen wissen muss (§§ 12, 13 BWahlG): no name, no address.
 *
 * @param dwellings all that are known, also those left
 * @param unionRoll whether a citizen of the Union was entered for an earlier European election (§
 *     17b EuWO)
 */
public record Circumstances(
    BirthDate birth,
    Citizenships citizenships,
    List<Dwelling> dwellings,
    Optional<Exclusion> exclusion,
    boolean unionRoll) {
  public Circumstances {
    dwellings = List.copyOf(dwellings);
  }

  /** The municipality of the main dwelling on a day. */
  Optional<String> mainOn(LocalDate day) {
    for (Dwelling dwelling : dwellings) {
      if (dwelling.main() && dwelling.isHeldOn(day)) {
        return Optional.of(dwelling.municipality());
      }
    }
    return Optional.empty();
  }

  /** The municipality of the last main dwelling, also one that was left. */
  Optional<String> lastMain() {
    return dwellings.stream()
        .filter(Dwelling::main)
        .max(Comparator.comparing(Dwelling::lastDay).thenComparing(Dwelling::from))
        .map(Dwelling::municipality);
  }

  @Override
  public String toString() {
    return "Circumstances";
  }
}
