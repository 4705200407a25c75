package org.urnengang.formats.seats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Claim;

/** Votes by Land and party: {@code *_land.csv} and {@code *_land_party.csv}, held together. */
final class LandFiles {
  /** In official files the number of the whole country; its row only repeats the sums. */
  private static final int COUNTRY = 99;

  static final String LAND_NO = "land_no";
  private static final String LAND_NAME = "land";
  private static final String VALID = "valid_second_F";
  private static final String SECOND = "second_votes";
  private static final int MOST = 9_999;

  private final Path file;
  private final SortedMap<String, SeatRow> lands = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, SeatRow>> parties = new TreeMap<>();

  private LandFiles(Path file) {
    this.file = file;
  }

  static LandFiles read(SeatFolder folder, List<String> landColumns, List<String> partyColumns) {
    LandFiles files = new LandFiles(folder.land());
    SeatSheet.read(folder.land(), with(landColumns, LAND_NO, VALID)).forEach(files::addLand);
    SeatSheet.read(folder.landParty(), with(partyColumns, LAND_NO, "party", SECOND))
        .forEach(files::addParty);
    files.lands.forEach(files::checkLand);
    return files;
  }

  private static List<String> with(List<String> columns, String... more) {
    return java.util.stream.Stream.concat(List.of(more).stream(), columns.stream()).toList();
  }

  private void addLand(SeatRow row) {
    if (row.count(LAND_NO) == COUNTRY) {
      return;
    }
    SeatRow earlier = lands.putIfAbsent(key(row), row);
    if (earlier != null) {
      throw row.refused("Land %s steht schon in Zeile %d.".formatted(key(row), earlier.line()));
    }
  }

  private void addParty(SeatRow row) {
    if (row.count(LAND_NO) == COUNTRY) {
      return;
    }
    requireLand(row);
    SeatRow earlier =
        parties
            .computeIfAbsent(key(row), land -> new TreeMap<>())
            .putIfAbsent(row.needed("party"), row);
    if (earlier != null) {
      throw row.refused(
          "%s steht für Land %s schon in Zeile %d."
              .formatted(row.text("party"), key(row), earlier.line()));
    }
  }

  /** The key of a Land: its number without leading zeros. */
  static String key(SeatRow row) {
    return String.valueOf(row.smallCount(LAND_NO, MOST));
  }

  /** The Land of a row, which must stand in the file of the Länder under the same name. */
  SeatRow requireLand(SeatRow row) {
    row.needed(LAND_NO);
    SeatRow land = lands.get(key(row));
    if (land == null) {
      throw row.refused(
          "Land %s %s fehlt in %s. Bitte dort ergänzen."
              .formatted(key(row), row.text(LAND_NAME), file.getFileName())
              .replace("  ", " "));
    }
    String name = row.text(LAND_NAME);
    if (!name.isEmpty() && !land.text(LAND_NAME).isEmpty() && !name.equals(land.text(LAND_NAME))) {
      throw row.refused(
          "Land %s heißt hier %s, in %s aber %s."
              .formatted(key(row), name, file.getFileName(), land.text(LAND_NAME)));
    }
    return land;
  }

  private void checkLand(String key, SeatRow land) {
    SortedMap<String, SeatRow> listed = parties.get(key);
    if (listed == null) {
      throw land.refused("Land %s hat keine Zeile in der Datei der Parteien.".formatted(key));
    }
    long sum = listed.values().stream().mapToLong(LandFiles::secondVotes).sum();
    if (sum > land.count(VALID)) {
      throw land.refused(
          "Die Parteien haben zusammen %d Zweitstimmen, gültig sind nur %d."
              .formatted(sum, land.count(VALID)));
    }
    if (lands.size() * land.count(VALID) > Claim.MAX_VOTES * MOST) {
      throw land.refused("So viele Stimmen gibt es nicht.");
    }
  }

  static long secondVotes(SeatRow row) {
    return row.optionalCount(SECOND).orElse(0L);
  }

  static boolean hasList(SeatRow row) {
    return secondVotes(row) > 0 && !Independents.isOne(row.text("party"));
  }

  static long validVotes(SeatRow land) {
    return land.count(VALID);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  SortedMap<String, SeatRow> lands() {
    return lands;
  }

  SortedMap<String, SeatRow> parties(String land) {
    return parties.getOrDefault(land, new TreeMap<>());
  }

  /** What people call the Länder. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    lands.forEach((key, row) -> names.put(key, row.text(LAND_NAME)));
    names.values().removeIf(String::isEmpty);
    return names;
  }
}
