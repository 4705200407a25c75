package org.urnengang.formats.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Amtliches Dateiformat, from which an election folder can be made. */
public enum ImportFormat {
  /** Wahlbezirksstatistik der Europawahl 2024 with its Leitband (Bundeswahlleiterin). */
  EW24,
  /** Bundestagswahl nach Wahlkreisen, one row per Wahlkreis (kerg.csv, until 2021). */
  KERG,
  /** Bundestagswahl nach Wahlkreisen, one row per figure (kerg2.csv). */
  KERG2,
  /** Open Data of votemanager. */
  VOTEMANAGER,
  /** Offene Wahldaten 0.3. */
  OWD;

  /** The word used on the command line: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word, empty if there is none. */
  public static Optional<ImportFormat> of(String key) {
    return Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst();
  }

  /** All words of the command line, for help and messages. */
  public static String keys() {
    return Arrays.stream(values()).map(ImportFormat::key).collect(Collectors.joining(", "));
  }

  FormatReader reader(ImportOptions options) {
    return switch (this) {
      case EW24 -> new Ew24(options);
      case KERG -> new Kerg(options);
      case KERG2 -> new Kerg2(options);
      case VOTEMANAGER -> new Votemanager(options);
      case OWD -> new Owd(options);
    };
  }
}
