package org.urnengang.rules.eligibility;

import java.time.LocalDate;

/**
 * Entscheidung über die Eintragung in das Wählerverzeichnis einer Gemeinde (§§ 14 bis 17 BWO), with
 * the paragraph from which it follows.
 */
public sealed interface Decision {
  /** The paragraph, as {@code § 12 Abs. 1 Nr. 1 BWahlG}. */
  String paragraph();

  /** Eintragung von Amts wegen. */
  record Entered(String paragraph) implements Decision {}

  /**
   * Eintragung nur auf Antrag.
   *
   * @param lastDay the application must have come by then
   */
  record OnApplication(Ground ground, LocalDate lastDay, String paragraph) implements Decision {
    /** Whether an application that came on this day is in time. */
    public boolean isInTime(LocalDate received) {
      return !received.isAfter(lastDay);
    }
  }

  /** Keine Eintragung. */
  record Refused(Reason reason, String paragraph) implements Decision {}

  /** Why somebody is entered only on application. */
  enum Ground {
    /** Auslandsdeutsche who lived here long enough and not too long ago. */
    ABROAD,
    /** Auslandsdeutsche who have to show that they know the country and are affected. */
    ABROAD_FAMILIAR,
    /** Has no dwelling, but usually stays here. */
    NO_DWELLING,
    /** Moved here after the key date. */
    MOVED_HERE,
    /** Unionsbürger at a European election for the first time. */
    UNION_CITIZEN
  }

  /** Why somebody is not entered. */
  enum Reason {
    TOO_YOUNG,
    NOT_A_CITIZEN,
    EXCLUDED,
    /** No dwelling in the territory on election day. */
    NO_DWELLING,
    /** Only a side dwelling there. */
    SIDE_DWELLING,
    /** Dwelling there, but not for long enough. */
    TOO_SHORT,
    /** Entitled, but another municipality enters them. */
    ELSEWHERE
  }
}
