package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wahlgesetz: the law that distributes the seats of an election or decides it. */
public enum ElectionLaw {
  /** § 6 BWahlG as of 2013: elections 2013 and 2017. */
  BUNDESTAG_2013("bundestag-2013", ElectionKind.BUNDESTAG),
  /** § 6 BWahlG as of 2020: election 2021 and its repetition. */
  BUNDESTAG_2020("bundestag-2020", ElectionKind.BUNDESTAG),
  /** §§ 4 to 6 BWahlG as of 2023: election 2025. */
  BUNDESTAG_2023("bundestag-2023", ElectionKind.BUNDESTAG),
  /** § 2 EuWG. */
  EUROPA("europa", ElectionKind.EUROPE),
  /** §§ 14, 33 LWahlG NRW. */
  LANDTAG_NRW("landtag-nrw", ElectionKind.LANDTAG),
  /** §§ 3, 33 KWahlG NRW. */
  RAT_NRW("rat-nrw", ElectionKind.COUNCIL),
  /** § 36 NKWG. */
  RAT_NIEDERSACHSEN("rat-niedersachsen", ElectionKind.COUNCIL),
  /** § 46c Abs. 2 KWahlG NRW. */
  BUERGERMEISTER_NRW("kwahlg-nrw-46c", ElectionKind.MAYOR),
  /** § 46c Abs. 3 KWahlG NRW. */
  STICHWAHL_NRW("kwahlg-nrw-46c-abs-3", ElectionKind.MAYOR),
  /** § 26 GO NRW. */
  BUERGERENTSCHEID_NRW("go-nrw-26", ElectionKind.REFERENDUM),
  /** Any law that is not here: votes are counted, nothing is calculated from them. */
  OTHER("unbekannt", ElectionKind.values());

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
  private final Set<ElectionKind> kinds;

  ElectionLaw(String key, ElectionKind... kinds) {
    this.key = key;
    this.kinds = Set.of(kinds);
  }

  /** The word used in files. */
  public String key() {
    return key;
  }

  /** The laws that fit an election of this kind. */
  public static List<ElectionLaw> of(ElectionKind kind) {
    return Arrays.stream(values()).filter(law -> law.kinds.contains(kind)).toList();
  }

  /** The law of that word, empty if there is none for this kind. */
  public static Optional<ElectionLaw> of(ElectionKind kind, String key) {
    return of(kind).stream().filter(law -> law.key.equals(key)).findFirst();
  }
}
