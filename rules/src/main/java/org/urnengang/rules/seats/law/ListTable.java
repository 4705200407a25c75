package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.law.Winners.Winner;

/** Landeslisten der Parteien, die an der Verteilung teilnehmen: votes and districts won. */
final class ListTable {
  private final SortedMap<String, SortedMap<String, Long>> votes = new TreeMap<>();
  private final SortedMap<String, Long> partyVotes = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> won = new TreeMap<>();
  private final SortedMap<String, Integer> outside = new TreeMap<>();

  ListTable(BundestagElection election, Collection<Winner> winners, SortedSet<String> admitted) {
    election
        .lands()
        .forEach(
            (key, land) -> {
              SortedMap<String, Long> inLand = new TreeMap<>();
              land.lists()
                  .forEach(
                      (party, list) -> {
                        if (admitted.contains(party)) {
                          inLand.put(party, list.considered());
                          partyVotes.merge(party, list.considered(), Long::sum);
                        }
                      });
              votes.put(key, inLand);
            });
    for (Winner winner : winners) {
      if (isOutside(winner)) {
        outside.merge(winner.land(), 1, Integer::sum);
      } else {
        won.computeIfAbsent(winner.land(), land -> new TreeMap<>())
            .merge(winner.candidate(), 1, Integer::sum);
      }
    }
  }

  /** Whether a winner stands outside the distribution: independent, not admitted or no list. */
  boolean isOutside(Winner winner) {
    return winner.independent() || !isListed(winner.land(), winner.candidate());
  }

  boolean isListed(String land, String party) {
    return votes.getOrDefault(land, new TreeMap<>()).containsKey(party);
  }

  /** Winners of a Land outside the distribution. */
  int outside(String land) {
    return outside.getOrDefault(land, 0);
  }

  int outside() {
    return outside.values().stream().mapToInt(Integer::intValue).sum();
  }

  int won(String land, String party) {
    return won.getOrDefault(land, new TreeMap<>()).getOrDefault(party, 0);
  }

  long votes(String land, String party) {
    return votes.getOrDefault(land, new TreeMap<>()).getOrDefault(party, 0L);
  }

  long votes(String party) {
    return partyVotes.getOrDefault(party, 0L);
  }

  SortedMap<String, Long> votes() {
    return partyVotes;
  }

  /** The lists of a Land as claims. */
  List<Claim> claims(String land) {
    List<Claim> claims = new ArrayList<>();
    votes
        .getOrDefault(land, new TreeMap<>())
        .forEach((party, count) -> claims.add(Claim.of(party, count)));
    return claims;
  }

  /** The Länder in which a party has a list, as claims. */
  List<Claim> landClaims(String party) {
    List<Claim> claims = new ArrayList<>();
    votes.forEach(
        (land, inLand) -> {
          if (inLand.containsKey(party)) {
            claims.add(Claim.of(land, votes(land, party)));
          }
        });
    return claims;
  }
}
