package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.ElectionLaw;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Vote;

/** What the law says of an election and the files leave out. */
final class ElectionFacts {
  static final List<Vote> ONE_VOTE = List.of(new Vote("vote", "Stimmen"));
  static final List<Vote> TWO_VOTES =
      List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen"));

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final String NRW = "05";

  private static final Pattern TYPE_OF_PLACE =
      Pattern.compile("^(Gemeinde|Stadt|Markt|Kreis|Landkreis|Samtgemeinde|Verbandsgemeinde) ");

  /** Words in the name of an election, in the order in which they are tried. */
  private static final List<Map.Entry<String, ElectionKind>> WORDS =
      List.of(
          Map.entry("entscheid", ElectionKind.REFERENDUM),
          Map.entry("bundestag", ElectionKind.BUNDESTAG),
          Map.entry("europ", ElectionKind.EUROPE),
          Map.entry("landtag", ElectionKind.LANDTAG),
          Map.entry("meister", ElectionKind.MAYOR),
          Map.entry("landrat", ElectionKind.MAYOR),
          Map.entry("landrätin", ElectionKind.MAYOR),
          Map.entry("stichwahl", ElectionKind.MAYOR));

  private ElectionFacts() {}

  /** What is elected, by the words of its name: everything else is a council. */
  static ElectionKind kind(String name) {
    String lower = name.toLowerCase(Locale.GERMAN);
    return WORDS.stream()
        .filter(word -> lower.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ElectionKind.COUNCIL);
  }

  /** The word used in addresses. */
  static String key(ElectionKind kind, String name, String place) {
    String lower = name.toLowerCase(Locale.GERMAN);
    return switch (kind) {
      case BUNDESTAG -> "bundestagswahl";
      case EUROPE -> "europawahl";
      case LANDTAG -> "landtagswahl";
      case MAYOR -> mayor(lower);
      case REFERENDUM ->
          "buergerentscheid-" + Ids.slug(TYPE_OF_PLACE.matcher(place).replaceFirst(""));
      case COUNCIL -> council(lower);
    };
  }

  private static String mayor(String lower) {
    String office = lower.contains("landrat") ? "landrat" : "buergermeister";
    return lower.contains("stichwahl") ? office + "-stichwahl" : office;
  }

  private static String council(String lower) {
    if (lower.contains("bezirksvertretung")) {
      return "bezirksvertretung";
    }
    if (lower.contains("regionalverband") || lower.contains("verbandsversammlung")) {
      return "verbandsversammlung";
    }
    if (lower.contains("kreistag") || lower.contains("kreiswahl")) {
      return "kreistag";
    }
    return lower.contains("ortsrat") || lower.contains("ortsbeirat") ? Ids.slug(lower) : "rat";
  }

  /** A short name for pages. */
  static String shortName(ElectionKind kind, String key, String name) {
    return switch (kind) {
      case BUNDESTAG -> "Bundestagswahl";
      case EUROPE -> "Europawahl";
      case LANDTAG -> "Landtagswahl";
      case COUNCIL -> key.equals("rat") ? "Ratswahl" : name;
      case MAYOR, REFERENDUM -> name;
    };
  }

  /** The law that distributes seats or decides; another one where the project has none. */
  static String law(ElectionKind kind, String key, LocalDate date, String ags) {
    boolean nrw = ags.startsWith(NRW);
    ElectionLaw law =
        switch (kind) {
          case BUNDESTAG -> bundestag(date);
          case EUROPE -> ElectionLaw.EUROPA;
          case LANDTAG -> nrw ? ElectionLaw.LANDTAG_NRW : ElectionLaw.OTHER;
          case COUNCIL ->
              nrw && List.of("rat", "kreistag").contains(key)
                  ? ElectionLaw.RAT_NRW
                  : ElectionLaw.OTHER;
          case MAYOR -> nrw ? mayorLaw(key) : ElectionLaw.OTHER;
          case REFERENDUM -> nrw ? ElectionLaw.BUERGERENTSCHEID_NRW : ElectionLaw.OTHER;
        };
    return law.key();
  }

  private static ElectionLaw mayorLaw(String key) {
    return key.endsWith("stichwahl") ? ElectionLaw.STICHWAHL_NRW : ElectionLaw.BUERGERMEISTER_NRW;
  }

  private static ElectionLaw bundestag(LocalDate date) {
    if (date.isBefore(LocalDate.of(2021, 1, 1))) {
      return ElectionLaw.BUNDESTAG_2013;
    }
    return date.isBefore(LocalDate.of(2025, 1, 1))
        ? ElectionLaw.BUNDESTAG_2020
        : ElectionLaw.BUNDESTAG_2023;
  }

  /** The end of the polls: 18 h, everywhere in Germany. */
  static PollsClose pollsClose(ElectionKind kind, LocalDate date) {
    OffsetDateTime at = date.atTime(LocalTime.of(18, 0)).atZone(GERMANY).toOffsetDateTime();
    return new PollsClose(
        at.truncatedTo(ChronoUnit.SECONDS),
        switch (kind) {
          case BUNDESTAG -> "§ 47 Abs. 1 BWO";
          case EUROPE -> "§ 40 Abs. 1 EuWO";
          case LANDTAG, COUNCIL, MAYOR, REFERENDUM ->
              "18 Uhr, beim Import angenommen; die Quelle nennt keine Wahlzeit";
        });
  }
}
