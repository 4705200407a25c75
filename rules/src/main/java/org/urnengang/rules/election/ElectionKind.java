package org.urnengang.rules.election;

import java.util.Locale;
import java.util.Optional;

/** Art der Wahl. */
public enum ElectionKind {
  /** Bundestagswahl (BWahlG). */
  BUNDESTAG,
  /** Europawahl (EuWG). */
  EUROPE,
  /** Landtagswahl. */
  LANDTAG,
  /** Wahl des Rates, Kreistags oder einer anderen Vertretung (KWahlG). */
  COUNCIL,
  /** Wahl des Bürgermeisters oder Landrats (§ 46c KWahlG NRW). */
  MAYOR,
  /** Bürgerentscheid (§ 26 GO NRW). */
  REFERENDUM;

  /** The word used in files and addresses: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word, empty if there is none. */
  public static Optional<ElectionKind> of(String key) {
    for (ElectionKind kind : values()) {
      if (kind.key().equals(key)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
