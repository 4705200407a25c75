package org.urnengang.rehearsal.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;

/**
 * The Bundestag law of 2013 as one would write it first: every quotient of every list in a table,
 * the table sorted, the first rows taken. The peer of {@link SeatsBench}; knows no lots, no trail
 * and no winners outside the distribution.
 */
final class SortedQuotients {
  private final BundestagElection election;
  private final Map<String, Map<String, Integer>> won = new HashMap<>();
  private final Map<String, Long> votes = new TreeMap<>();

  private record Quotient(String key, double value) {}

  private SortedQuotients(BundestagElection election) {
    this.election = election;
  }

  /** Seats by party. */
  static Map<String, Integer> parties(BundestagElection election) {
    return new SortedQuotients(election).parties();
  }

  private Map<String, Integer> parties() {
    for (District district : election.districts().values()) {
      won.computeIfAbsent(district.land(), land -> new HashMap<>())
          .merge(district.leading().first(), 1, Integer::sum);
    }
    Set<String> admitted = admitted();
    Map<String, Long> inhabitants = new TreeMap<>();
    election.lands().forEach((key, land) -> inhabitants.put(key, land.inhabitants()));
    Map<String, Integer> landSeats =
        distribute(inhabitants, election.rules().seats().value(), Map.of());
    Map<String, Integer> least = new TreeMap<>();
    election
        .lands()
        .forEach(
            (key, land) ->
                distribute(lists(land, admitted), landSeats.getOrDefault(key, 0), Map.of())
                    .forEach(
                        (party, seats) ->
                            least.merge(party, Math.max(seats, won(key, party)), Integer::sum)));
    Map<String, Integer> parties = enlarged(admitted, least);
    for (String party : admitted) {
      toLands(party, parties.getOrDefault(party, 0));
    }
    return parties;
  }

  private int won(String land, String party) {
    return won.getOrDefault(land, Map.of()).getOrDefault(party, 0);
  }

  private Set<String> admitted() {
    for (Land land : election.lands().values()) {
      land.lists().forEach((party, list) -> votes.merge(party, list.secondVotes(), Long::sum));
    }
    Map<String, Integer> districts = new HashMap<>();
    won.values()
        .forEach(inLand -> inLand.forEach((party, n) -> districts.merge(party, n, Integer::sum)));
    Set<String> admitted = new TreeSet<>();
    votes.forEach(
        (party, count) -> {
          boolean enough =
              election.rules().threshold().value().isReachedBy(count, election.validSecondVotes());
          if (enough || districts.getOrDefault(party, 0) >= 3) {
            admitted.add(party);
          }
        });
    return admitted;
  }

  private static Map<String, Long> lists(Land land, Set<String> admitted) {
    Map<String, Long> lists = new TreeMap<>();
    land.lists()
        .forEach(
            (party, list) -> {
              if (admitted.contains(party)) {
                lists.put(party, list.secondVotes());
              }
            });
    return lists;
  }

  private Map<String, Integer> enlarged(Set<String> admitted, Map<String, Integer> least) {
    Map<String, Long> sharing = new TreeMap<>(votes);
    sharing.keySet().retainAll(admitted);
    int size = election.rules().seats().value();
    while (true) {
      Map<String, Integer> seats = distribute(sharing, size, Map.of());
      boolean enough =
          least.entrySet().stream()
              .allMatch(entry -> seats.getOrDefault(entry.getKey(), 0) >= entry.getValue());
      if (enough) {
        return seats;
      }
      size++;
    }
  }

  private Map<String, Integer> toLands(String party, int seats) {
    Map<String, Long> byLand = new TreeMap<>();
    Map<String, Integer> minimum = new TreeMap<>();
    election
        .lands()
        .forEach(
            (key, land) ->
                Optional.ofNullable(land.lists().get(party))
                    .ifPresent(
                        list -> {
                          byLand.put(key, list.secondVotes());
                          minimum.put(key, won(key, party));
                        }));
    return distribute(byLand, seats, minimum);
  }

  /** Sorts all quotients and takes as many as there are seats; minimum seats come first. */
  private static Map<String, Integer> distribute(
      Map<String, Long> votes, int seats, Map<String, Integer> minimum) {
    Map<String, Integer> result = new TreeMap<>(minimum);
    int given = sum(minimum.values());
    List<Quotient> table = new ArrayList<>();
    votes.forEach(
        (key, count) -> {
          for (int seat = minimum.getOrDefault(key, 0); seat < seats; seat++) {
            table.add(new Quotient(key, count / (seat + 0.5)));
          }
        });
    table.sort(Comparator.comparingDouble(Quotient::value).reversed());
    for (Quotient next : table.subList(0, Math.max(0, Math.min(table.size(), seats - given)))) {
      result.merge(next.key(), 1, Integer::sum);
    }
    return result;
  }

  private static int sum(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
