package org.urnengang.rules.seats.divisor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;
import org.urnengang.rules.seats.BundestagElection.LandList;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Table;

/**
 * A past Bundestag election and its official seats.
 *
 * @param seats official seats by Land and party
 * @param seated whether the winner of each district has a seat
 */
record OfficialBundestag(
    BundestagElection election,
    SortedMap<String, SortedMap<String, Integer>> seats,
    SortedMap<String, Boolean> seated) {

  static OfficialBundestag read(String file, String law) {
    SortedMap<String, Land> lands = new TreeMap<>();
    SortedMap<String, SortedMap<String, LandList>> lists = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> seats = new TreeMap<>();
    SortedMap<String, District> districts = new TreeMap<>();
    SortedMap<String, Boolean> seated = new TreeMap<>();
    for (Map<String, String> row : Table.rows(file)) {
      String land = cell(row, "land");
      String key = cell(row, "key");
      switch (cell(row, "kind")) {
        case "list" -> {
          long votes = Long.parseLong(cell(row, "a"));
          lists.computeIfAbsent(land, l -> new TreeMap<>()).put(key, new LandList(votes, 0));
          int own = Integer.parseInt(cell(row, "b"));
          if (own > 0) {
            seats.computeIfAbsent(land, l -> new TreeMap<>()).put(key, own);
          }
        }
        case "district" -> {
          districts.put(key, district(row));
          seated.put(key, cell(row, "d").equals("1"));
        }
        default -> lands.put(land, land(row));
      }
    }
    lands.replaceAll(
        (land, figures) ->
            new Land(
                figures.inhabitants(),
                figures.validSecondVotes(),
                lists.getOrDefault(land, new TreeMap<>())));
    BundestagRules rules = BundestagRules.of(RandomElections.data(law));
    return new OfficialBundestag(new BundestagElection(rules, lands, districts), seats, seated);
  }

  private static Land land(Map<String, String> row) {
    return new Land(
        Long.parseLong(cell(row, "a")), Long.parseLong(cell(row, "b")), new TreeMap<>());
  }

  private static District district(Map<String, String> row) {
    SortedMap<String, Long> votes = new TreeMap<>();
    for (String column : new String[] {"a", "c"}) {
      String cell = cell(row, column);
      int blank = cell.lastIndexOf(' ');
      votes.put(cell.substring(0, blank), Long.parseLong(cell.substring(blank + 1)));
    }
    return new District(cell(row, "land"), Long.parseLong(cell(row, "b")), votes, new TreeSet<>());
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
