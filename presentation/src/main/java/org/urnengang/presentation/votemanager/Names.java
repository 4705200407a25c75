package org.urnengang.presentation.votemanager;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;

/** How votemanager calls elections, levels, days and files. */
final class Names {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter FOLDER = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String REHEARSAL = "-probe";

  private Names() {}

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Folder of a day: {@code 20170924}, a rehearsal's {@code 20170924-probe}. */
  static String folder(ElectionDay day) {
    return FOLDER.format(day.date()) + (day.rehearsal() ? REHEARSAL : "");
  }

  /** A name; one of a rehearsal says so. */
  static String marked(ElectionDay day, String name) {
    return day.rehearsal() ? name + " (PROBE)" : name;
  }

  /** The full name of an election. */
  static String election(ElectionDay day, Election election) {
    return text(marked(day, election.title()));
  }

  /** What an election is called in names of files, different from all others of the day. */
  static String word(ElectionDay day, Election election) {
    List<Function<Election, String>> names = List.of(Election::name, Election::title);
    for (Function<Election, String> name : names) {
      String word = inFile(name.apply(election));
      long same =
          day.elections().stream().filter(other -> inFile(name.apply(other)).equals(word)).count();
      if (same == 1 && !word.isEmpty()) {
        return word;
      }
    }
    return election.key();
  }

  /** What a level is called. In municipal elections a constituency is a Wahlbereich. */
  static String level(Election election, AreaLevel level) {
    boolean municipal =
        election.kind() == ElectionKind.COUNCIL || election.kind() == ElectionKind.MAYOR;
    return switch (level) {
      case COUNTRY -> "Bund";
      case LAND -> "Land";
      case REGION -> "Region";
      case CONSTITUENCY -> municipal ? "Wahlbereich" : "Wahlkreis";
      case COUNTY -> "Kreis";
      case ASSOCIATION -> "Gemeindeverband";
      case MUNICIPALITY -> "Gemeinde";
      case BOROUGH -> "Ortsteil";
      case DISTRICT -> "Wahlbezirk";
    };
  }

  /** What the areas of a level are called together. */
  static String levels(Election election, AreaLevel level) {
    String one = level(election, level);
    return switch (level) {
      case COUNTRY -> one;
      case LAND -> "Länder";
      case REGION -> "Regionen";
      case CONSTITUENCY, COUNTY, DISTRICT -> one + "e";
      case ASSOCIATION -> "Gemeindeverbände";
      case MUNICIPALITY -> "Gemeinden";
      case BOROUGH -> "Ortsteile";
    };
  }

  /** Letters and digits with dashes for blanks, umlauts written out. */
  static String inFile(String name) {
    String german =
        name.replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("Ä", "Ae")
            .replace("Ö", "Oe")
            .replace("Ü", "Ue")
            .replace("ß", "ss");
    return Normalizer.normalize(german, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /** A text for a row that readers split at each semicolon, without looking for quotes. */
  static String text(String value) {
    return value.replace(';', ',').replace('"', '\'').replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** The number of an area within its municipality: what its id has beyond a key in front. */
  static String number(AreaLevel level, String id) {
    return switch (level) {
      case DISTRICT, BOROUGH -> id.replaceFirst("^[0-9]{2,12}-(?:sb-|sz-|wb-)?", "");
      case CONSTITUENCY -> id.replaceFirst("^(?:[0-9]{2,12}-)?(?:wk-|wb-)?", "");
      default -> "";
    };
  }
}
