package org.urnengang.rules.eligibility;

import java.time.LocalDate;

/**
 * Wahl, as far as the right to vote depends on it.
 *
 * @param day election day
 * @param territory whose people vote, as the beginning of the AGS: empty for the country, {@code
 *     05} for a Land, {@code 05770} for a Kreis, {@code 05770004} for a municipality
 */
public record Poll(EligibilityLaw law, LocalDate day, String territory) {
  /** The day whose main dwelling says where somebody is entered ex officio. */
  public LocalDate placeDay() {
    return day.minusDays(law.placeDay().value());
  }

  /** The last day for applications. */
  public LocalDate applicationDay() {
    return day.minusDays(law.applicationDay().value());
  }
}
