package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Figures of a Bundestag election by Wahlkreis as both kerg files tell them, with the sums of Land
 * and Bund, which are only checked.
 */
final class Constituencies {
  /** A Bundestag has 299 Wahlkreise; more than this is no such file. */
  private static final int MOST_AREAS = 2000;

  private final Map<AreaNo, Region> regions = new TreeMap<>();

  enum Level {
    COUNTRY,
    LAND,
    CONSTITUENCY
  }

  /** An area by its official number. */
  record AreaNo(Level level, int no) implements Comparable<AreaNo> {
    @Override
    public int compareTo(AreaNo other) {
      int byLevel = level.compareTo(other.level);
      return byLevel != 0 ? byLevel : Integer.compare(no, other.no);
    }

    /** Its id in the election folder. */
    String id() {
      return switch (level) {
        case COUNTRY -> "de";
        case LAND -> no < 10 ? "0" + no : String.valueOf(no);
        case CONSTITUENCY -> "wk-" + no;
      };
    }
  }

  /** What is counted; a vote of 0 means both votes alike. */
  record Figure(Kind kind, String label, int vote) {
    enum Kind {
      ELIGIBLE,
      VOTERS,
      INVALID,
      VALID,
      PARTY,
      /** One of several candidates without a party. */
      INDEPENDENT,
      /** All of them together, in sums. */
      INDEPENDENTS
    }

    static Figure of(Kind kind, int vote) {
      return new Figure(kind, "", vote);
    }
  }

  /** A number and where it stands. */
  record Value(int count, Sheet sheet, Row row) {}

  /** An area with its figures. */
  static final class Region {
    private final AreaNo key;
    private final String name;
    private final Optional<AreaNo> parent;
    private final Map<Figure, Value> values = new LinkedHashMap<>();
    private boolean refused;

    Region(AreaNo key, String name, Optional<AreaNo> parent) {
      this.key = key;
      this.name = name;
      this.parent = parent;
    }

    AreaNo key() {
      return key;
    }

    String name() {
      return name;
    }

    Optional<AreaNo> parent() {
      return parent;
    }

    Collection<Figure> figures() {
      return values.keySet();
    }

    Optional<Value> value(Figure figure) {
      return Optional.ofNullable(values.get(figure));
    }

    /** One of its rows is refused: it counts as none, whichever came first. */
    void refuse() {
      refused = true;
    }

    boolean isCounted() {
      return !refused && values.containsKey(Figure.of(Figure.Kind.VOTERS, 0));
    }
  }

  /** The area of a row, which must have the same name and parent everywhere. */
  Region region(AreaNo key, String name, Optional<AreaNo> parent, Row row) {
    Region region = regions.computeIfAbsent(key, k -> new Region(k, name, parent));
    if (!region.name.equals(name) || !region.parent.equals(parent)) {
      throw row.bad(
          "Gebiet", name, "Dieses Gebiet heißt in einer anderen Zeile „" + region.name + "“.");
    }
    if (regions.size() > MOST_AREAS) {
      throw row.refused("", "", "Das sind mehr Wahlkreise, als es gibt.");
    }
    return region;
  }

  /**
   * Notes a figure.
   *
   * @return whether it is new; the same figure again is not
   */
  boolean put(Region region, Figure figure, Value value, String column) {
    Value earlier = region.values.putIfAbsent(figure, value);
    if (earlier != null && earlier.count() != value.count()) {
      region.refuse();
      throw value
          .row()
          .bad(
              column,
              String.valueOf(value.count()),
              "In %s, Zeile %d, steht für %s stattdessen %d. Bitte entscheiden, welche Zeile gilt."
                  .formatted(
                      earlier.row().file(), earlier.row().line(), region.name(), earlier.count()));
    }
    return earlier == null;
  }

  List<Region> all(Level level) {
    return regions.values().stream().filter(region -> region.key.level() == level).toList();
  }

  List<Region> within(AreaNo land) {
    return all(Level.CONSTITUENCY).stream()
        .filter(region -> region.parent.filter(land::equals).isPresent())
        .toList();
  }

  /** Every Wahlkreis lies in a Land that has a row of its own. */
  void requireLands(String file) {
    for (Region constituency : all(Level.CONSTITUENCY)) {
      if (constituency.parent.filter(regions::containsKey).isEmpty()) {
        throw BadFile.of(
            file,
            "Die Zeile mit dem Land des Wahlkreises %d %s fehlt. Ist die Datei abgeschnitten?"
                .formatted(constituency.key.no(), constituency.name));
      }
    }
  }

  /**
   * Refuses every row of a Land or of the Bund that is not the sum of its Wahlkreise; where one of
   * them is refused nothing can be compared.
   */
  void checkSums(ImportLog log) {
    for (Region land : all(Level.LAND)) {
      checkSum(land, within(land.key), log);
    }
    for (Region country : all(Level.COUNTRY)) {
      checkSum(country, all(Level.CONSTITUENCY), log);
    }
  }

  private static void checkSum(Region whole, List<Region> parts, ImportLog log) {
    if (whole.refused || parts.stream().anyMatch(part -> part.refused)) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    Optional<Value> place = Optional.empty();
    for (Map.Entry<Figure, Value> entry : whole.values.entrySet()) {
      long sum = sum(entry.getKey(), parts);
      if (sum != entry.getValue().count()) {
        wrong.add("%s %d statt %d".formatted(named(entry.getKey()), entry.getValue().count(), sum));
        place = place.isEmpty() ? Optional.of(entry.getValue()) : place;
      }
    }
    place.ifPresent(
        value ->
            log.refuse(
                new RefusedRow(
                    value.row().file(),
                    value.row().line(),
                    "",
                    whole.name,
                    "Die Zeile ist nicht die Summe ihrer %d Wahlkreise: %s%s."
                        .formatted(
                            parts.size(),
                            String.join(", ", wrong.subList(0, Math.min(3, wrong.size()))),
                            wrong.size() > 3 ? " und weitere" : ""))));
  }

  private static long sum(Figure figure, List<Region> parts) {
    return parts.stream()
        .flatMap(part -> part.values.entrySet().stream())
        .filter(entry -> countsFor(figure, entry.getKey()))
        .mapToLong(entry -> entry.getValue().count())
        .sum();
  }

  private static boolean countsFor(Figure sum, Figure part) {
    boolean independents =
        sum.kind() == Figure.Kind.INDEPENDENTS && part.kind() == Figure.Kind.INDEPENDENT;
    return sum.equals(part) || (independents && sum.vote() == part.vote());
  }

  private static String named(Figure figure) {
    String what =
        switch (figure.kind()) {
          case ELIGIBLE -> "Wahlberechtigte";
          case VOTERS -> "Wählende";
          case INVALID -> "Ungültige";
          case VALID -> "Gültige";
          case PARTY, INDEPENDENT -> figure.label();
          case INDEPENDENTS -> "Übrige";
        };
    return figure.vote() == 0 ? what : what + (figure.vote() == 1 ? " (Erst)" : " (Zweit)");
  }
}
