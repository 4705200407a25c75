package org.urnengang.rehearsal.demo;

import java.util.List;
import org.urnengang.rehearsal.demo.Official.Constituency;
import org.urnengang.rehearsal.demo.Official.Lean;
import org.urnengang.rehearsal.demo.Official.PartyList;

/**
 * Invents how the districts of a Wahlkreis voted so that they add up to its official result. Places
 * differ by three qualities, which first and second votes share; docs/demo-day.md has the model.
 */
final class Disaggregation {
  private static final String CATHOLIC_COUNTY = "05762";

  private final List<PartyList> lists;
  private final List<Station> stations;
  private final Constituency constituency;
  private final int position;

  private Disaggregation(Official official, Constituency constituency, List<Station> stations) {
    this.lists = official.lists();
    this.stations = stations;
    this.constituency = constituency;
    this.position = official.constituencies().indexOf(constituency);
  }

  static Table firstVotes(Official official, Constituency constituency, List<Station> stations) {
    Disaggregation of = new Disaggregation(official, constituency, stations);
    int[] votes = of.lists.stream().mapToInt(list -> list.first().get(of.position)).toArray();
    return of.table("first", constituency.invalidFirst(), votes);
  }

  static Table secondVotes(Official official, Constituency constituency, List<Station> stations) {
    Disaggregation of = new Disaggregation(official, constituency, stations);
    int[] votes = of.lists.stream().mapToInt(list -> list.second().get(of.position)).toArray();
    return of.table("second", constituency.invalidSecond(), votes);
  }

  private Table table(String vote, int invalidVotes, int[] votes) {
    double[] invalidWeights = new double[stations.size()];
    double[][] seed = new double[stations.size()][];
    for (int row = 0; row < seed.length; row++) {
      Station station = stations.get(row);
      invalidWeights[row] =
          station.voters()
              * (station.postal() ? 0.45 : 1)
              * Chance.of(station.id() + " invalid").factor(0.25)
              * Chance.of(station.id() + " invalid " + vote).factor(0.1);
      seed[row] = proportions(vote, station, votes);
    }
    int[] invalid = Fitting.shares(invalidVotes, invalidWeights);
    int[] valid = new int[invalid.length];
    for (int row = 0; row < valid.length; row++) {
      valid[row] = stations.get(row).voters() - invalid[row];
    }
    return new Table(invalid, Fitting.table(seed, valid, votes));
  }

  private double[] proportions(String vote, Station station, int[] votes) {
    Quality quality = Quality.of(station);
    Chance chance = Chance.of(station.id() + ' ' + vote);
    double[] proportions = new double[votes.length];
    for (int i = 0; i < votes.length; i++) {
      double expected = (double) station.voters() * votes[i] / constituency.voters();
      double deviation = StrictMath.sqrt(0.002 + 0.6 / (1 + expected));
      proportions[i] =
          expected * quality.factor(lists.get(i).lean(), station) * chance.factor(deviation);
    }
    return proportions;
  }

  /** What makes a place vote otherwise than its Wahlkreis. */
  private record Quality(double conservative, double protest, double urban) {
    static Quality of(Station station) {
      Chance town = Chance.of(station.municipality().ags() + " quality");
      Chance own = Chance.of(station.id() + " quality");
      boolean catholic = station.municipality().county().equals(CATHOLIC_COUNTY);
      double size = Math.min(1, station.townEligible() / 50_000.0) - 0.4;
      return new Quality(
          0.22 * town.normal() + 0.2 * own.normal() + (catholic ? 0.3 : -0.1),
          0.2 * town.normal() + 0.2 * own.normal(),
          0.1 * town.normal() + 0.2 * own.normal() + 0.4 * size);
    }

    double factor(Lean lean, Station station) {
      return StrictMath.exp(
          lean.conservative() * conservative
              + lean.protest() * protest
              + lean.urban() * urban
              + (station.postal() ? lean.postal() : 0));
    }
  }
}
