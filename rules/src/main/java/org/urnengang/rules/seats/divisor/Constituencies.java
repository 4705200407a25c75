package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Wahl in den Wahlkreisen (§ 5 BWahlG 2013, § 6 Abs. 1 bis 3 BWahlG 2023): who has the most first
 * votes in each of them.
 *
 * @param winners winner by Wahlkreis
 * @param wonByParties Wahlkreise by Land and winning party
 */
record Constituencies(
    BundestagElection election,
    SortedMap<String, String> winners,
    Map<String, Map<String, List<String>>> wonByParties) {

  /** Whose candidates have the most first votes, once all districts and Länder are there. */
  static Allocation<Constituencies> decide(
      BundestagElection election, Working working, String law) {
    if (election.lands().size() < election.rules().lands().value()) {
      return working.undecidable(Reason.LANDS_MISSING);
    }
    if (election.districts().size() < election.rules().districts().value()) {
      return working.undecidable(Reason.DISTRICTS_MISSING);
    }
    return working
        .each(election.districts().keySet(), district -> winner(election, district, working, law))
        .then(winners -> working.found(of(election, winners)));
  }

  private static Constituencies of(BundestagElection election, SortedMap<String, String> winners) {
    Map<String, Map<String, List<String>>> wonByParties = new HashMap<>();
    winners.forEach(
        (key, winner) -> {
          District district = district(election, key);
          if (!district.independents().contains(winner)) {
            wonByParties
                .computeIfAbsent(district.land(), land -> new HashMap<>())
                .computeIfAbsent(winner, party -> new ArrayList<>())
                .add(key);
          }
        });
    return new Constituencies(election, winners, wonByParties);
  }

  private static Allocation<String> winner(
      BundestagElection election, String key, Working working, String law) {
    District district = district(election, key);
    long most = district.firstVotes().values().stream().mapToLong(Long::longValue).max().orElse(0);
    if (most == 0) {
      return working.undecidable(Reason.NO_VOTES);
    }
    SortedSet<String> best = new TreeSet<>(district.firstVotes().keySet());
    best.removeIf(name -> votes(district, name) < most);
    Stage stage = new Stage(Stage.Kind.DISTRICT, key);
    return working
        .choose(stage, 1, best, 1, law)
        .then(
            elected -> {
              String name = elected.first();
              working.note(new Step.DistrictWon(key, name, most, district.validFirstVotes(), law));
              return working.found(name);
            });
  }

  private static District district(BundestagElection election, String key) {
    District district = election.districts().get(key);
    if (district == null) {
      throw new IllegalArgumentException(key);
    }
    return district;
  }

  private static long votes(District district, String name) {
    return district.firstVotes().getOrDefault(name, 0L);
  }

  District district(String key) {
    return district(election, key);
  }

  String winner(String district) {
    return winners.getOrDefault(district, "");
  }

  long winningVotes(String district) {
    return votes(district(district), winner(district));
  }

  /** Whether the winner was not nominated by a party (§ 20 Abs. 3 BWahlG). */
  boolean wonByIndependent(String district) {
    return district(district).independents().contains(winner(district));
  }

  /** Districts won by a party in a Land, in the order of their keys. */
  List<String> wonBy(String land, String party) {
    return wonByParties.getOrDefault(land, Map.of()).getOrDefault(party, List.of());
  }

  /** Number of districts won by a party in the whole area. */
  int wonBy(String party) {
    return election.lands().keySet().stream().mapToInt(land -> wonBy(land, party).size()).sum();
  }

  /** Number of districts in each Land whose winner fulfils the condition. */
  Map<String, Integer> count(Predicate<String> condition) {
    Map<String, Integer> count = new HashMap<>();
    for (String district : winners.keySet()) {
      if (condition.test(district)) {
        count.merge(district(district).land(), 1, Integer::sum);
      }
    }
    return count;
  }
}
