package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.InvalidElection;

/** Reads {@code areas.csv} and remembers on which line each area stands. */
final class AreasFile {
  static final String NAME = "areas.csv";
  static final List<String> COLUMNS =
      List.of("id", "level", "name", "parents", "kind", "authority", "merged_into", "elections");

  private static final List<String> OF_DISTRICTS = COLUMNS.subList(4, COLUMNS.size());

  private final Set<String> authorities;
  private final Set<String> elections;
  private final Map<String, CsvRow> rows = new HashMap<>();
  private final List<Area> areas = new ArrayList<>();

  private AreasFile(DayFile day) {
    this.authorities = Set.copyOf(day.authorities().stream().map(Authority::key).toList());
    this.elections = Set.copyOf(day.drafts().stream().map(DayFile.Draft::key).toList());
  }

  /** The graph and the row of each area. */
  record Placed(AreaGraph graph, Map<String, CsvRow> rows) {
    /** The refusal of the first area that this sentence names, empty if it names none. */
    Optional<ElectionFolderException> refusal(InvalidElection e) {
      return AreasFile.refusal(e, rows);
    }
  }

  static Placed read(Path folder, DayFile day) {
    AreasFile file = new AreasFile(day);
    try (CsvTable table = CsvTable.open(folder.resolve(NAME), COLUMNS, Set.of())) {
      table.read(file::add);
    }
    file.requireParents();
    return new Placed(file.graph(), file.rows);
  }

  private void add(CsvRow row) {
    CsvRow earlier = rows.putIfAbsent(row.needed("id"), row);
    if (earlier != null) {
      throw row.refused("id", row.text("id") + " steht schon in Zeile " + earlier.line() + ".");
    }
    AreaLevel level =
        row.known("level", AreaLevel.of(row.text("level")), "Die Ebene", keys(AreaLevel.values()));
    Optional<CountingDistrict> district =
        level == AreaLevel.DISTRICT ? Optional.of(district(row)) : noDistrict(row);
    try {
      areas.add(
          new Area(row.text("id"), level, row.needed("name"), row.words("parents"), district));
    } catch (InvalidElection e) {
      throw row.refused("id", e.getMessage() + ".");
    }
  }

  private static <E extends Enum<E>> List<String> keys(E[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private CountingDistrict district(CsvRow row) {
    DistrictKind kind =
        row.known(
            "kind",
            DistrictKind.of(row.text("kind")),
            "Die Art des Wahlbezirks",
            keys(DistrictKind.values()));
    String authority =
        row.known(
            "authority",
            Optional.of(row.text("authority")).filter(authorities::contains),
            "Die Behörde",
            authorities.stream().sorted().toList());
    for (String election : row.words("elections")) {
      row.known(
          "elections",
          Optional.of(election).filter(elections::contains),
          "Eine Wahl aus",
          elections.stream().sorted().toList());
    }
    return new CountingDistrict(
        kind, authority, row.optional("merged_into"), Set.copyOf(row.words("elections")));
  }

  private static Optional<CountingDistrict> noDistrict(CsvRow row) {
    for (String column : OF_DISTRICTS) {
      if (row.optional(column).isPresent()) {
        throw row.refused(column, "Das hat nur ein Wahlbezirk (level district). Bitte leeren.");
      }
    }
    return Optional.empty();
  }

  private void requireParents() {
    List<ElectionFolderException> refused = new ArrayList<>();
    for (Area area : areas) {
      CsvRow row = rowOf(area.id());
      for (String parent : area.parents()) {
        if (!rows.containsKey(parent)) {
          refused.add(row.refused("parents", "Das übergeordnete Gebiet „" + parent + "“ fehlt."));
        }
      }
    }
    ElectionFolderException.throwIfAny(refused);
  }

  private CsvRow rowOf(String id) {
    CsvRow row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("no row of " + id);
    }
    return row;
  }

  private AreaGraph graph() {
    try {
      return AreaGraph.of(areas);
    } catch (InvalidElection e) {
      throw refusal(e, rows)
          .orElseGet(() -> ElectionFolderException.of(NAME, e.getMessage() + "."));
    }
  }

  private static Optional<ElectionFolderException> refusal(
      InvalidElection e, Map<String, CsvRow> rows) {
    String text = e.getMessage() + ".";
    return Arrays.stream(text.split("[ :„“.]+"))
        .map(rows::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(row -> row.refused(text));
  }
}
