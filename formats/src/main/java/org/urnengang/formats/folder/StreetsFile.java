package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;
import org.urnengang.rules.election.StreetPart.Side;

/** Reads {@code streets.csv}, which may be absent: which houses lie in which district. */
final class StreetsFile {
  static final String NAME = "streets.csv";
  static final List<String> COLUMNS =
      List.of("street", "postcode", "place", "from", "to", "side", "district");

  private static final List<String> NEEDED = List.of("street", "from", "to", "side", "district");

  private StreetsFile() {}

  static List<StreetPart> read(Path folder, AreaGraph areas) {
    Path path = folder.resolve(NAME);
    List<StreetPart> parts = new ArrayList<>();
    if (Files.exists(path)) {
      try (CsvTable table = CsvTable.open(path, NEEDED, Set.of("postcode", "place"))) {
        table.read(
            row -> {
              requireDistrict(row, areas);
              parts.add(part(row));
            });
      }
    }
    return parts;
  }

  static void requireDistrict(CsvRow row, AreaGraph areas) {
    String id = row.needed("district");
    if (areas.index(id).isEmpty() || areas.area(areas.indexOf(id)).district().isEmpty()) {
      throw row.refused("district", "Diesen Wahlbezirk gibt es nicht in " + AreasFile.NAME + ".");
    }
  }

  private static StreetPart part(CsvRow row) {
    String side = row.text("side").isEmpty() ? Side.ALL.key() : row.text("side");
    try {
      return new StreetPart(
          row.needed("street"),
          row.text("postcode"),
          row.text("place"),
          house(row, "from"),
          house(row, "to"),
          row.known(
              "side",
              Side.of(side),
              "Die Seite",
              Arrays.stream(Side.values()).map(Side::key).toList()),
          row.text("district"));
    } catch (InvalidElection e) {
      throw row.refused("to", e.getMessage() + ".");
    }
  }

  private static Optional<HouseNumber> house(CsvRow row, String column) {
    return row.optional(column)
        .map(
            text ->
                HouseNumber.of(text)
                    .orElseThrow(
                        () ->
                            row.refused(
                                column, "„" + text + "“ ist keine Hausnummer wie 12 oder 12a.")));
  }
}
