package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, AreaLevel> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AreaLevel::key, it -> it));

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in files and addresses: the name in lower case. */
  public String key() {
    return key;
  }

  /** The level of that word, empty if there is none. */
  public static Optional<AreaLevel> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
