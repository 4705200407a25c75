package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Art des Wahlbezirks (§§ 12, 13 BWO; § 8 Abs. 1 BWahlG): how the votes of a district are cast. */
public enum DistrictKind {
  /** Allgemeiner Wahlbezirk (§ 12 BWO): a polling station with its own electoral roll. */
  POLLING,
  /** Briefwahlbezirk (§ 7 BWO): counts postal ballots and reports no eligible voters. */
  POSTAL,
  /** Sonderwahlbezirk (§ 13 BWO): hospital or home; everybody votes with a Wahlschein. */
  SPECIAL;

  private static final Map<String, DistrictKind> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DistrictKind::key, it -> it));

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Whether it counts postal ballots, and so knows neither A1 nor A2 (Anlagen 28 und 31 BWO). */
  public boolean isPostal() {
    return this == POSTAL;
  }

  /** The word used in files and addresses: the name in lower case. */
  public String key() {
    return key;
  }

  /** The kind of that word, empty if there is none. */
  public static Optional<DistrictKind> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
