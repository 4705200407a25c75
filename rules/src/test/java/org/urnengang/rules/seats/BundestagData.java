package org.urnengang.rules.seats;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A Bundestag election with its official seats, from a file beside the tests. */
record BundestagData(
    BundestagElection election,
    SortedMap<String, SortedMap<String, Integer>> officialSeats,
    SortedMap<String, SeatResult.DistrictSeat> officialDistricts) {

  static BundestagRules rules(String law) {
    return BundestagRules.of(lawData(law));
  }

  static LawData lawData(String law) {
    return LawData.parse(law, Table.text("/seats/law-data/" + law + ".csv"));
  }

  static BundestagData read(String file, String law) {
    List<Map<String, String>> rows = Table.rows(file);
    SortedMap<String, SortedMap<String, BundestagElection.LandList>> lists = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> seats = new TreeMap<>();
    for (Map<String, String> row : of("list", rows)) {
      String land = text(row, "land");
      lists
          .computeIfAbsent(land, l -> new TreeMap<>())
          .put(text(row, "key"), new BundestagElection.LandList(number(row, "a"), 0));
      if (number(row, "b") > 0) {
        seats
            .computeIfAbsent(land, l -> new TreeMap<>())
            .put(text(row, "key"), Math.toIntExact(number(row, "b")));
      }
    }
    SortedMap<String, BundestagElection.Land> lands = new TreeMap<>();
    for (Map<String, String> row : of("land", rows)) {
      String land = text(row, "land");
      lands.put(
          land,
          new BundestagElection.Land(
              number(row, "a"), number(row, "b"), lists.getOrDefault(land, new TreeMap<>())));
    }
    SortedMap<String, BundestagElection.District> districts = new TreeMap<>();
    SortedMap<String, SeatResult.DistrictSeat> seated = new TreeMap<>();
    for (Map<String, String> row : of("district", rows)) {
      districts.put(text(row, "key"), district(row));
      seated.put(
          text(row, "key"),
          new SeatResult.DistrictSeat(party(text(row, "a")), number(row, "d") == 1));
    }
    return new BundestagData(new BundestagElection(rules(law), lands, districts), seats, seated);
  }

  private static List<Map<String, String>> of(String kind, List<Map<String, String>> rows) {
    return rows.stream().filter(row -> text(row, "kind").equals(kind)).toList();
  }

  private static BundestagElection.District district(Map<String, String> row) {
    SortedMap<String, Long> votes = new TreeMap<>();
    put(votes, text(row, "a"));
    put(votes, text(row, "c"));
    return new BundestagElection.District(
        text(row, "land"), number(row, "b"), votes, new TreeSet<>());
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(text(row, column));
  }

  private static String party(String partyAndVotes) {
    return partyAndVotes.substring(0, partyAndVotes.lastIndexOf(' '));
  }

  private static void put(SortedMap<String, Long> votes, String partyAndVotes) {
    votes.put(
        party(partyAndVotes),
        Long.parseLong(partyAndVotes.substring(partyAndVotes.lastIndexOf(' ') + 1)));
  }
}
