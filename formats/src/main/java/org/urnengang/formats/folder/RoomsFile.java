package org.urnengang.formats.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.PollingRoom.Access;

/** Reads {@code rooms.csv}, which may be absent: where the voters of a district vote. */
final class RoomsFile {
  static final String NAME = "rooms.csv";
  static final List<String> COLUMNS = List.of("district", "name", "address", "accessible", "note");

  private RoomsFile() {}

  static List<PollingRoom> read(Path folder, AreaGraph areas) {
    Path path = folder.resolve(NAME);
    List<PollingRoom> rooms = new ArrayList<>();
    Set<String> known = new HashSet<>();
    if (Files.exists(path)) {
      try (CsvTable table = CsvTable.open(path, COLUMNS, Set.of())) {
        table.read(
            row -> {
              StreetsFile.requireDistrict(row, areas);
              if (!known.add(row.text("district"))) {
                throw row.refused("district", "Der Wahlbezirk steht schon weiter oben.");
              }
              rooms.add(
                  new PollingRoom(
                      row.text("district"),
                      row.needed("name"),
                      row.text("address"),
                      access(row),
                      row.text("note")));
            });
      }
    }
    return rooms;
  }

  private static Optional<Access> access(CsvRow row) {
    return row.optional("accessible")
        .map(
            key ->
                Access.of(key)
                    .orElseThrow(
                        () ->
                            row.refused("accessible", "Erlaubt sind yes, partly, no oder leer.")));
  }
}
