package org.urnengang.presentation.votemanager;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.urnengang.rules.election.AreaLevel;

/** A file of votemanager's undocumented JSON interface, below {@code daten/api/}. */
sealed interface ApiFile {
  /** The elections of the day. */
  record Day() implements ApiFile {
    @Override
    public String name() {
      return "termin.json";
    }
  }

  /** Whose pages these are. */
  record Config() implements ApiFile {
    @Override
    public String name() {
      return "config.json";
    }
  }

  /**
   * An election.
   *
   * @param election its number on the day, from 1
   */
  record OneElection(int election) implements ApiFile {
    @Override
    public String name() {
      return "wahl_%d/wahl.json".formatted(election);
    }
  }

  /**
   * The areas of a level side by side.
   *
   * @param vote number of the vote, from 0
   */
  record Overview(int election, AreaLevel level, int vote) implements ApiFile {
    @Override
    public String name() {
      return "wahl_%d/uebersicht_%s_%d.json".formatted(election, levelId(level), vote);
    }
  }

  /**
   * The result of an area.
   *
   * @param area its place in the definition, from 1
   */
  record OneArea(int election, AreaLevel level, int area, int vote) implements ApiFile {
    @Override
    public String name() {
      return "wahl_%d/ergebnis_%s_%d.json".formatted(election, areaId(level, area), vote);
    }
  }

  /** Its address below the folder of the interface. */
  String name();

  Pattern ELECTION = Pattern.compile("wahl_([1-9][0-9]{0,3})");
  Pattern OVERVIEW = Pattern.compile("uebersicht_ebene_(-?[0-9]{1,2})_([0-9])\\.json");
  Pattern AREA =
      Pattern.compile("ergebnis_ebene_(-?[0-9]{1,2})_id_([1-9][0-9]{0,7})_([0-9])\\.json");

  /** How a level is written. */
  static String levelId(AreaLevel level) {
    return "ebene_" + number(level);
  }

  /** How an area is written. */
  static String areaId(AreaLevel level, int area) {
    return levelId(level) + "_id_" + area;
  }

  /** Municipalities and districts have fixed numbers, other levels negative ones of their own. */
  private static int number(AreaLevel level) {
    return switch (level) {
      case COUNTRY -> -1;
      case LAND -> -2;
      case REGION -> -3;
      case CONSTITUENCY -> -4;
      case COUNTY -> -5;
      case ASSOCIATION -> -6;
      case MUNICIPALITY -> 3;
      case BOROUGH -> -8;
      case DISTRICT -> 6;
    };
  }

  private static Optional<AreaLevel> levelOf(String number) {
    return Arrays.stream(AreaLevel.values())
        .filter(level -> Integer.toString(number(level)).equals(number))
        .findFirst();
  }

  /** The file at this address below the folder, empty if there can be none. */
  static Optional<ApiFile> of(List<String> parts) {
    if (parts.size() == 1) {
      return Stream.<ApiFile>of(new Day(), new Config())
          .filter(file -> file.name().equals(parts.getFirst()))
          .findFirst();
    }
    Matcher folder = ELECTION.matcher(parts.getFirst());
    if (parts.size() != 2 || !folder.matches()) {
      return Optional.empty();
    }
    return inElection(Integer.parseInt(folder.group(1)), parts.get(1));
  }

  private static Optional<ApiFile> inElection(int election, String name) {
    if (name.equals("wahl.json")) {
      return Optional.of(new OneElection(election));
    }
    Matcher overview = OVERVIEW.matcher(name);
    if (overview.matches()) {
      return levelOf(overview.group(1))
          .map(level -> new Overview(election, level, Integer.parseInt(overview.group(2))));
    }
    Matcher area = AREA.matcher(name);
    return area.matches()
        ? levelOf(area.group(1))
            .map(
                level ->
                    new OneArea(
                        election,
                        level,
                        Integer.parseInt(area.group(2)),
                        Integer.parseInt(area.group(3))))
        : Optional.empty();
  }
}
