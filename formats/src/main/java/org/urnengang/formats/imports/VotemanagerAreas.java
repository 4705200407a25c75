package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.DistrictKind;

/** The areas of a votemanager election: one municipality, or several and what holds them. */
final class VotemanagerAreas {
  private static final String SUM = "summe";

  private final Optional<OpenDataJson> json;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, Area> boroughs = new TreeMap<>();
  private final Optional<VotemanagerRow> county;

  VotemanagerAreas(VotemanagerLevels levels, Optional<OpenDataJson> json) {
    this.json = json;
    for (VotemanagerRow row : levels.counted()) {
      names.putIfAbsent(row.ags(), "");
    }
    levels.counted().stream().filter(VotemanagerAreas::isTown).forEach(this::name);
    levels.wholes().stream().filter(row -> names.containsKey(row.ags())).forEach(this::name);
    this.county = levels.wholes().stream().filter(row -> !names.containsKey(row.ags())).findFirst();
    levels.counted().stream().filter(VotemanagerAreas::isBorough).forEach(this::borough);
  }

  /** What kind of district a row is. */
  enum Kind {
    POLLING,
    POSTAL,
    SUM_OF_DISTRICTS;

    private static final Pattern POSTAL_NAME =
        Pattern.compile("(?iU).*(brief|\\bBW\\b|\\bBWB\\b).*");

    /**
     * By what the Wahllokale say, else by the figures, else by the name.
     *
     * @param figure number of a column, -1 where nothing stands
     */
    static Kind of(VotemanagerRow row, String said, ToIntFunction<String> figure) {
      if (row.expected() > 1) {
        return SUM_OF_DISTRICTS;
      }
      if (said.equals("B") || said.equals("W")) {
        return said.equals("B") ? POSTAL : POLLING;
      }
      if (row.isCounted() && figure.applyAsInt("B") > 0) {
        return looksPostal(figure) ? POSTAL : POLLING;
      }
      return POSTAL_NAME.matcher(row.name()).matches() ? POSTAL : POLLING;
    }

    /** Nobody is on its roll, and everybody has a Wahlschein. */
    private static boolean looksPostal(ToIntFunction<String> figure) {
      boolean nobody = Stream.of("A", "A1", "A2").allMatch(a -> figure.applyAsInt(a) <= 0);
      int byMail = Math.max(figure.applyAsInt("B1"), figure.applyAsInt("B2"));
      return nobody && byMail == figure.applyAsInt("B");
    }

    DistrictKind district() {
      return switch (this) {
        case POLLING -> DistrictKind.POLLING;
        case POSTAL -> DistrictKind.POSTAL;
        case SUM_OF_DISTRICTS -> DistrictKind.SPECIAL;
      };
    }
  }

  private static boolean isTown(VotemanagerRow row) {
    return row.expected() > 1 && row.isWhole();
  }

  private static boolean isBorough(VotemanagerRow row) {
    return row.expected() > 1 && !row.isWhole();
  }

  private void name(VotemanagerRow row) {
    names.merge(row.ags(), row.name(), (a, b) -> a.isEmpty() || b.compareTo(a) < 0 ? b : a);
  }

  private void borough(VotemanagerRow row) {
    String id = row.ags() + '-' + Ids.sanitised(row.number());
    boroughs.putIfAbsent(
        id,
        new Area(id, AreaLevel.BOROUGH, row.name(), List.of(idOf(row.ags())), Optional.empty()));
  }

  private boolean isOne() {
    return names.size() == 1 && county.isEmpty();
  }

  private String only() {
    return names.keySet().iterator().next();
  }

  /** Id of the area of an ags. */
  String idOf(String ags) {
    return ags;
  }

  /** Id of the area that holds all others. */
  String topId() {
    if (isOne()) {
      return only();
    }
    String first = only();
    for (int length : new int[] {5, 2}) {
      String prefix = first.substring(0, length);
      if (names.keySet().stream().allMatch(ags -> ags.startsWith(prefix))) {
        return prefix;
      }
    }
    return "de";
  }

  String topName() {
    if (isOne()) {
      String name = names.getOrDefault(only(), "");
      return name.isEmpty()
          ? json.flatMap(OpenDataJson::areaTitle).orElse("Gemeinde " + only())
          : name;
    }
    String id = topId();
    return switch (id.length()) {
      case 5 -> county.map(VotemanagerRow::name).orElse("Kreis " + id);
      case 2 -> id.equals("de") ? "Bundesgebiet" : "Land " + id;
      default -> id;
    };
  }

  private AreaLevel topLevel() {
    String id = topId();
    if (isOne()) {
      return AreaLevel.MUNICIPALITY;
    }
    return id.length() == 5
        ? AreaLevel.COUNTY
        : id.equals("de") ? AreaLevel.COUNTRY : AreaLevel.LAND;
  }

  List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    areas.add(new Area(topId(), topLevel(), topName(), List.of(), Optional.empty()));
    if (!isOne()) {
      names.forEach(
          (ags, name) ->
              areas.add(
                  new Area(
                      idOf(ags),
                      AreaLevel.MUNICIPALITY,
                      name.isEmpty() ? "Gemeinde " + ags : name,
                      List.of(topId()),
                      Optional.empty())));
    }
    areas.addAll(boroughs.values());
    return areas;
  }

  /** The district of a row; a sum gets a district of its own within its area. */
  Entry.Place place(VotemanagerRow row, Kind kind) {
    String town = idOf(row.ags());
    if (kind != Kind.SUM_OF_DISTRICTS) {
      String number = row.number().isEmpty() ? row.name() : row.number();
      return new Entry.Place(town, number, row.name(), kind.district(), List.of(town));
    }
    String area = isTown(row) ? town : town + '-' + Ids.sanitised(row.number());
    return new Entry.Place(
        area, SUM, row.name() + " (alle Wahlbezirke)", kind.district(), List.of(area));
  }
}
