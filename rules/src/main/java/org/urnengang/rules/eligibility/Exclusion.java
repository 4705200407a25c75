package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Ausschluss vom Wahlrecht (§ 13 BWahlG).
 *
 * @param until its last day, empty while it has no end
 */
public record Exclusion(Kind kind, Optional<LocalDate> until) {
  /** Why somebody is excluded; which of them count depends on the law of the day. */
  public enum Kind {
    /** By ruling of a court (§ 45 Abs. 5 StGB). */
    COURT,
    /** Betreuung in allen Angelegenheiten: § 13 Nr. 2 BWahlG until 2019. */
    GUARDIANSHIP,
    /** Unterbringung nach § 63 StGB: § 13 Nr. 3 BWahlG until 2019. */
    HOSPITAL;

    /** The word in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word. */
    public static Optional<Kind> of(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }

  boolean appliesOn(LocalDate day) {
    return until.filter(day::isAfter).isEmpty();
  }
}
