package org.urnengang.rules.election;

import java.util.Locale;
import java.util.Optional;

/** Gebietsebene: what kind of area an {@link Area} is, from the country down to the district. */
public enum AreaLevel {
  /** Bund. */
  COUNTRY,
  /** Land. */
  LAND,
  /** Regierungsbezirk or a region of neighbouring Kreise. */
  REGION,
  /** Wahlkreis (§ 2 BWahlG). */
  CONSTITUENCY,
  /** Kreis or kreisfreie Stadt. */
  COUNTY,
  /** Gemeindeverband: Samtgemeinde, Amt, Verbandsgemeinde. */
  ASSOCIATION,
  /** Gemeinde. */
  MUNICIPALITY,
  /** Stadtbezirk or Ortsteil. */
  BOROUGH,
  /** Wahlbezirk (§ 2 Abs. 3 BWahlG), in NRW Stimmbezirk. */
  DISTRICT;

  /** The word used in files and addresses: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that word, empty if there is none. */
  public static Optional<AreaLevel> of(String key) {
    for (AreaLevel level : values()) {
      if (level.key().equals(key)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
