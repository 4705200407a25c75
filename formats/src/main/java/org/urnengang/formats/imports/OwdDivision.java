package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.DistrictKind;

/** Wahlgebietseinteilungen of Offene Wahldaten: which areas hold a district, per election. */
final class OwdDivision {
  private static final int HIGHEST_LEVEL = 5;
  private static final int LOWEST_LEVEL = 2;
  private static final int MOST_DISTRICTS = 100_000;

  private final String town;
  private final Map<String, Area> areas = new TreeMap<>();
  private final Map<String, Optional<District>> districts = new HashMap<>();

  OwdDivision(String town) {
    this.town = town;
  }

  /** A district with the number and the area of its ballot. */
  record District(Entry.Place place, String ballotNo, String ballotScope, Origin origin) {
    boolean saysSame(District other) {
      return place.equals(other.place)
          && ballotNo.equals(other.ballotNo)
          && ballotScope.equals(other.ballotScope);
    }
  }

  private record Holder(String no, String id) {}

  /** Reads a row; a district that is described in two ways counts as not described. */
  void read(Sheet sheet, Cells cells, Map<Integer, String> levelNames) {
    String number = cells.needed("bezirk-nr");
    List<Holder> holders = new ArrayList<>();
    for (int level = HIGHEST_LEVEL; level >= LOWEST_LEVEL; level--) {
      String no = cells.text("gebiet-ebene-%d-nr".formatted(level));
      if (!no.isEmpty()) {
        String name = cells.text("gebiet-ebene-%d-name".formatted(level));
        holders.add(holder(no, name, levelNames.getOrDefault(level, "")));
      }
    }
    String ballotNo = cells.text("stimmzettel-gebiet-nr");
    String scope = ballotScope(ballotNo, cells.text("stimmzettel-gebiet-bezeichnung"), holders);
    List<String> parents = new ArrayList<>(holders.stream().map(Holder::id).distinct().toList());
    boolean inTown = parents.stream().anyMatch(id -> parentsOf(id).contains(town));
    if (!inTown) {
      parents.add(town);
    }
    parents.sort(null);
    Entry.Place place =
        new Entry.Place(town, number, cells.needed("bezirk-name"), kind(cells), parents);
    put(cells, number, new District(place, ballotNo, scope, sheet.origin(cells.row())));
  }

  private List<String> parentsOf(String id) {
    Area area = areas.get(id);
    return area == null ? List.of() : area.parents();
  }

  private void put(Cells cells, String number, District district) {
    Optional<District> earlier = districts.putIfAbsent(number, Optional.of(district));
    if (districts.size() > MOST_DISTRICTS) {
      throw cells.row().refused("", "", "Das sind mehr Bezirke, als eine Behörde hat.");
    }
    if (earlier == null) {
      return;
    }
    if (earlier.filter(district::saysSame).isEmpty()) {
      districts.put(number, Optional.empty());
      throw cells.bad("bezirk-nr", "Dieser Bezirk ist in einer anderen Zeile anders eingeteilt.");
    }
  }

  private static DistrictKind kind(Cells cells) {
    return switch (cells.needed("bezirk-art")) {
      case "W" -> DistrictKind.POLLING;
      case "B" -> DistrictKind.POSTAL;
      default -> throw cells.bad("bezirk-art", "Bekannt sind W (Urne) und B (Briefwahl).");
    };
  }

  private Holder holder(String no, String name, String levelName) {
    String lower = levelName.toLowerCase(Locale.GERMAN);
    String title = name.isEmpty() ? no : name;
    if (lower.contains("wahlkreis") && no.matches("[0-9]{1,3}")) {
      String id = "wk-" + Integer.parseInt(no);
      return add(no, new Area(id, AreaLevel.CONSTITUENCY, title, List.of(), Optional.empty()));
    }
    boolean constituency = lower.contains("wahlkreis") || lower.contains("wahlbezirk");
    String id = town + (constituency ? "-wb-" : "-sb-") + Ids.slug(no);
    AreaLevel level = constituency ? AreaLevel.CONSTITUENCY : AreaLevel.BOROUGH;
    return add(no, new Area(id, level, title, List.of(town), Optional.empty()));
  }

  /** The same area may be written in two ways: the first of them in the alphabet stays. */
  private Holder add(String no, Area area) {
    areas.merge(area.id(), area, (a, b) -> b.name().compareTo(a.name()) < 0 ? b : a);
    return new Holder(no, area.id());
  }

  private String ballotScope(String ballotNo, String name, List<Holder> holders) {
    if (ballotNo.isEmpty()) {
      return town;
    }
    for (Holder holder : holders) {
      if (holder.no().equals(ballotNo)) {
        return holder.id();
      }
    }
    String id = town + "-sz-" + Ids.slug(ballotNo);
    String title = name.isEmpty() ? ballotNo : name;
    Holder own =
        add(ballotNo, new Area(id, AreaLevel.BOROUGH, title, List.of(town), Optional.empty()));
    holders.add(own);
    return id;
  }

  Map<String, Area> areas() {
    return areas;
  }

  Optional<District> district(String number) {
    return districts.getOrDefault(number, Optional.empty());
  }

  List<District> districts() {
    return districts.values().stream().flatMap(Optional::stream).toList();
  }
}
