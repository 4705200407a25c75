package org.urnengang.formats.seats;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.EuropeanElection;

/**
 * Europawahl by Land and party: every nomination is taken as linked lists (§ 2 Abs. 2 EuWG).
 *
 * @param election the question
 * @param lands names of the Länder
 */
public record EuropeanFiles(EuropeanElection election, Map<String, String> lands) {

  /** Reads {@code *_land.csv} and {@code *_land_party.csv}. */
  public static EuropeanFiles read(SeatFolder folder, EuropeanElection.Rules rules) {
    LandFiles files = LandFiles.read(folder, List.of(), List.of());
    SortedMap<String, SortedMap<String, Long>> votes = new TreeMap<>();
    files
        .lands()
        .keySet()
        .forEach(
            land ->
                files
                    .parties(land)
                    .forEach(
                        (party, row) -> {
                          if (LandFiles.hasList(row)) {
                            votes
                                .computeIfAbsent(party, key -> new TreeMap<>())
                                .put(land, LandFiles.secondVotes(row));
                          }
                        }));
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    votes.forEach(
        (party, byLand) -> nominations.put(party, new EuropeanElection.LinkedLists(byLand)));
    long valid = files.lands().values().stream().mapToLong(LandFiles::validVotes).sum();
    return new EuropeanFiles(new EuropeanElection(rules, valid, nominations), files.names());
  }
}
