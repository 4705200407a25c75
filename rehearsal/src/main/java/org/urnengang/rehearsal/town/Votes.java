package org.urnengang.rehearsal.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import org.urnengang.rehearsal.demo.Chance;
import org.urnengang.rehearsal.demo.Fitting;
import org.urnengang.rehearsal.town.Invented.Party;

/**
 * Shares out the votes of one election: expected shares by the leans of party and place, noise,
 * then proportional fitting to the wanted totals.
 *
 * @param topic of the chance
 * @param share wanted share of a party in per mille, 0 where it does not stand
 * @param stands whether a party stands in a place
 */
record Votes(String topic, ToIntFunction<Party> share, BiPredicate<Party, Place> stands) {
  private static final double NOISE = 0.11;

  /** Letters with their numbers for each place. */
  List<Map<String, Integer>> count(List<Party> parties, List<Place> places) {
    List<Party> standing = parties.stream().filter(p -> share.applyAsInt(p) > 0).toList();
    int[] invalid = new int[places.size()];
    int[] valid = new int[places.size()];
    double[][] seed = new double[places.size()][standing.size()];
    int all = 0;
    for (int row = 0; row < places.size(); row++) {
      Place place = places.get(row);
      Chance chance = Chance.of(topic + ' ' + place.id());
      invalid[row] = (int) (place.voters() * chance.between(0.006, 0.021));
      valid[row] = place.voters() - invalid[row];
      all += valid[row];
      for (int column = 0; column < standing.size(); column++) {
        seed[row][column] = expected(standing.get(column), place, chance) * valid[row];
      }
    }
    double[] weights = standing.stream().mapToDouble(p -> share.applyAsInt(p)).toArray();
    int[][] table = Fitting.table(seed, valid, Fitting.shares(all, weights));
    List<Map<String, Integer>> figures = new ArrayList<>();
    for (int row = 0; row < places.size(); row++) {
      figures.add(figures(places.get(row), invalid[row], valid[row], standing, table[row]));
    }
    return figures;
  }

  private double expected(Party party, Place place, Chance chance) {
    double lean =
        (party.conservative() * place.constituency().conservative()
                + party.urban() * place.constituency().urban())
            / 10_000.0;
    double noise = chance.factor(NOISE);
    return stands.test(party, place) ? share.applyAsInt(party) * StrictMath.exp(lean) * noise : 0;
  }

  private Map<String, Integer> figures(
      Place place, int invalid, int valid, List<Party> standing, int[] votes) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    if (!place.postal()) {
      figures.put("A1", place.a1());
      figures.put("A2", place.a2());
    }
    figures.put("B", place.voters());
    figures.put("B1", place.withCertificate());
    figures.put("C", invalid);
    figures.put("D", valid);
    for (int i = 0; i < standing.size(); i++) {
      if (stands.test(standing.get(i), place)) {
        figures.put("D" + (i + 1), votes[i]);
      }
    }
    return figures;
  }
}
