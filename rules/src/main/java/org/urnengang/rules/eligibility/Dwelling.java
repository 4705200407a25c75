package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Wohnung (§§ 20 bis 22 BMG), as far as the right to vote depends on it.
 *
 * @param municipality its AGS, eight digits
 * @param main whether it is the only or the main one (Hauptwohnung)
 * @param from day of moving in, which counts (§ 12 Abs. 5 BWahlG)
 * @param until day of moving out, which counts too; empty while it lasts
 */
public record Dwelling(
    String municipality, boolean main, LocalDate from, Optional<LocalDate> until) {
  public Dwelling {
    if (until.filter(from::isAfter).isPresent()) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether somebody lives there on a day. */
  public boolean isHeldOn(LocalDate day) {
    return !from.isAfter(day) && until.filter(day::isAfter).isEmpty();
  }

  boolean liesIn(String territory) {
    return municipality.startsWith(territory);
  }

  LocalDate lastDay() {
    return until.orElse(LocalDate.MAX);
  }

  @Override
  public String toString() {
    return "Dwelling";
  }
}
