package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Claim;

/**
 * Zu berücksichtigende Parteien (§ 6 Abs. 3 BWahlG 2013, § 4 Abs. 2 BWahlG 2023) with the second
 * votes of their lists that count.
 *
 * @param lists considered second votes by party and Land
 */
record Admitted(SortedMap<String, SortedMap<String, Long>> lists) {

  static Admitted of(Constituencies constituencies) {
    BundestagElection election = constituencies.election();
    SortedMap<String, Long> cast = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> lists = new TreeMap<>();
    election
        .lands()
        .forEach(
            (land, figures) ->
                figures
                    .lists()
                    .forEach(
                        (party, list) -> {
                          cast.merge(party, list.secondVotes(), Long::sum);
                          considered(lists, party).put(land, list.considered());
                        }));
    lists
        .keySet()
        .removeIf(party -> !isAdmitted(constituencies, party, cast.getOrDefault(party, 0L)));
    return new Admitted(lists);
  }

  private static SortedMap<String, Long> considered(
      SortedMap<String, SortedMap<String, Long>> lists, String party) {
    return lists.computeIfAbsent(party, key -> new TreeMap<>());
  }

  private static boolean isAdmitted(Constituencies constituencies, String party, long cast) {
    BundestagRules rules = constituencies.election().rules();
    int clause = rules.districtClause().value();
    return rules.minorities().value().contains(party)
        || rules.threshold().value().isReachedBy(cast, constituencies.election().validSecondVotes())
        || (clause > 0 && constituencies.wonBy(party) >= clause);
  }

  boolean has(String party, String land) {
    return lists.getOrDefault(party, new TreeMap<>()).containsKey(land);
  }

  /** Votes of a party's lists by Land. */
  SortedMap<String, Long> of(String party) {
    return lists.getOrDefault(party, new TreeMap<>());
  }

  long votes(String party) {
    return of(party).values().stream().mapToLong(Long::longValue).sum();
  }

  long votes() {
    return lists.keySet().stream().mapToLong(this::votes).sum();
  }

  /** Claims of the parties in the whole area. */
  List<Claim> parties() {
    return lists.keySet().stream().map(party -> Claim.of(party, votes(party))).toList();
  }

  /** Claims of the lists in a Land, by party. */
  List<Claim> inLand(String land) {
    List<Claim> claims = new ArrayList<>();
    lists.forEach(
        (party, byLand) -> {
          if (byLand.containsKey(land)) {
            claims.add(Claim.of(party, byLand.getOrDefault(land, 0L)));
          }
        });
    return claims;
  }
}
