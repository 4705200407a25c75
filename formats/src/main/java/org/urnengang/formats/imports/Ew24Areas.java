package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;

/** Leitband: the names of all areas of the Wahlbezirksstatistik, from the Land to the Gemeinde. */
final class Ew24Areas {
  static final String COUNTRY = "de";

  private static final int MOST_AREAS = 100_000;
  private static final Set<String> HALVES_OF_BERLIN = Set.of("94", "95");
  private static final String BOROUGH_OF_BERLIN = "93";
  private static final Set<String> JOINT_POSTAL = Set.of("73", "74", "75");

  private final Map<Key, Named> rows = new HashMap<>();

  /** The Kreis of Hamburg and Hamburg itself have the same Regionalschlüssel. */
  private record Key(String kind, Region region) {}

  /** Regionalschlüssel: Land, Regierungsbezirk, Kreis, Verband, Gemeinde. */
  record Region(String land, String region, String county, String association, String town) {
    static Region of(Cells cells, String region) {
      return new Region(
          digits(cells, "Land", 2),
          digits(cells, region, 1),
          digits(cells, "Kreis", 2),
          digits(cells, "Verbandsgemeinde", 4),
          digits(cells, "Gemeinde", 3));
    }

    private static String digits(Cells cells, String column, int size) {
      String text = cells.needed(column);
      if (text.length() != size || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw cells.bad(column, "Der Schlüssel hat hier " + size + " Ziffern.");
      }
      return text;
    }

    /** Amtlicher Gemeindeschlüssel. */
    String ags() {
      return land + region + county + town;
    }

    String countyId() {
      return land + region + county;
    }

    String associationId() {
      return countyId() + association;
    }

    private Region asAssociation() {
      return new Region(land, region, county, association, "000");
    }

    private Region asCounty() {
      return new Region(land, region, county, "0000", "000");
    }

    private Region asRegion() {
      return new Region(land, region, "00", "0000", "000");
    }

    private Region asLand() {
      return new Region(land, "0", "00", "0000", "000");
    }
  }

  /** A row of the Leitband: 10 Land, 20 Regierungsbezirk, 40 Kreis, 50 Verband, 60 Gemeinde. */
  private record Named(String kind, String name, String mark) {}

  /** Where a district lies, and what the Leitband calls that. */
  record Location(String parent, String name) {}

  void read(Sheet sheet, ImportLog log) {
    sheet.rows(
        row ->
            log.guarded(
                () -> {
                  Cells cells = sheet.columns().of(row);
                  String kind = cells.needed("Satzart");
                  Region region = Region.of(cells, "Regierungsbezirk");
                  Named named =
                      new Named(kind, cells.needed("Name"), cells.needed("Textkennzeichen"));
                  put(cells, new Key(kind, region), named);
                }));
  }

  private void put(Cells cells, Key key, Named named) {
    if (HALVES_OF_BERLIN.contains(named.mark())) {
      return;
    }
    Named earlier = rows.putIfAbsent(key, named);
    if (rows.size() > MOST_AREAS) {
      throw cells.row().refused("", "", "Das sind mehr Gebiete, als es in Deutschland gibt.");
    }
    if (earlier != null && !earlier.equals(named)) {
      throw cells.bad("Name", "Dieses Gebiet heißt im Leitband auch „" + earlier.name() + "“.");
    }
  }

  private Optional<Named> find(String kind, Region region) {
    return Optional.ofNullable(rows.get(new Key(kind, region)));
  }

  /** All areas, parents linked. */
  List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    areas.add(area(COUNTRY, AreaLevel.COUNTRY, "Bundesgebiet", List.of()));
    rows.forEach((key, named) -> area(key.region(), named).ifPresent(areas::add));
    return areas;
  }

  private Optional<Area> area(Region region, Named named) {
    return switch (named.kind()) {
      case "10" -> Optional.of(area(region.land(), AreaLevel.LAND, named.name(), List.of(COUNTRY)));
      case "20" ->
          Optional.of(
              area(
                  region.land() + region.region(),
                  AreaLevel.REGION,
                  named.name(),
                  List.of(region.land())));
      case "40" -> Optional.of(county(region, named));
      case "50" ->
          Optional.of(
              area(
                  region.associationId(),
                  AreaLevel.ASSOCIATION,
                  named.name(),
                  List.of(region.countyId())));
      case "60" -> town(region, named);
      default -> Optional.empty();
    };
  }

  private Area county(Region region, Named named) {
    String above =
        find("20", region.asRegion()).isPresent() ? region.land() + region.region() : region.land();
    boolean berlin = named.mark().equals(BOROUGH_OF_BERLIN);
    return area(
        region.countyId(),
        berlin ? AreaLevel.BOROUGH : AreaLevel.COUNTY,
        named.name(),
        List.of(above));
  }

  /** Neither a joint postal board nor a borough of Berlin is a municipality. */
  private Optional<Area> town(Region region, Named named) {
    if (JOINT_POSTAL.contains(named.mark()) || named.mark().equals(BOROUGH_OF_BERLIN)) {
      return Optional.empty();
    }
    return Optional.of(
        area(region.ags(), AreaLevel.MUNICIPALITY, named.name(), List.of(aboveTown(region))));
  }

  private String aboveTown(Region region) {
    return find("50", region.asAssociation()).isPresent()
        ? region.associationId()
        : region.countyId();
  }

  private static Area area(String id, AreaLevel level, String name, List<String> parents) {
    return new Area(id, level, name, parents, Optional.empty());
  }

  /** Where a district of this region lies; empty if the Leitband does not know it. */
  Optional<Location> locate(Region region) {
    if (find("10", region.asLand()).isEmpty() || find("40", region.asCounty()).isEmpty()) {
      return Optional.empty();
    }
    return find("60", region)
        .map(
            named -> {
              boolean town = town(region, named).isPresent();
              return new Location(town ? region.ags() : aboveTown(region), named.name());
            });
  }

  /** Ids of the Länder, in order. */
  List<String> lands() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().kind().equals("10"))
        .map(row -> row.getKey().region().land())
        .sorted()
        .toList();
  }
}
