package org.urnengang.rehearsal.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.rehearsal.demo.Official.Constituency;
import org.urnengang.rehearsal.demo.Official.PartyList;

/** What every district of the demo day counted. */
final class Counts {
  private Counts() {}

  /** The districts of the four Wahlkreise, in the order of their municipalities. */
  static Map<Constituency, List<Station>> stations(Official official) {
    Map<Constituency, List<Station>> stations = new LinkedHashMap<>();
    for (Constituency constituency : official.constituencies()) {
      stations.put(constituency, Stations.of(official, constituency));
    }
    return stations;
  }

  static List<Counted> bundestag(
      Official official, Constituency constituency, List<Station> stations) {
    Table first = Disaggregation.firstVotes(official, constituency, stations);
    Table second = Disaggregation.secondVotes(official, constituency, stations);
    int position = official.constituencies().indexOf(constituency);
    List<Counted> counted = new ArrayList<>();
    for (int row = 0; row < stations.size(); row++) {
      Station station = stations.get(row);
      Map<String, Integer> figures =
          Counted.heads(
              station, station.a1(), station.a2(), station.voters(), station.withCertificate());
      figures.put("C", first.invalid(row));
      figures.put("D", first.valid(row));
      for (PartyList list : official.lists()) {
        if (list.first().get(position) > 0) {
          figures.put("D" + list.no(), first.votes(row, list.no()));
        }
      }
      figures.put("E", second.invalid(row));
      figures.put("F", second.valid(row));
      for (PartyList list : official.lists()) {
        figures.put("F" + list.no(), second.votes(row, list.no()));
      }
      counted.add(new Counted(Definition.BUNDESTAG, station, figures));
    }
    return counted;
  }

  /**
   * Votes of a referendum: postal votes are counted with the polling district and are in its B1.
   */
  static List<Counted> referendum(Official.Vote vote, List<Station> polling) {
    int size = polling.size();
    double[] weights = new double[size];
    Arrays.setAll(weights, i -> polling.get(i).eligible());
    int[] entitled = Fitting.shares(vote.entitled(), weights);
    int[] a2 = new int[size];
    int[] byPost = new int[size];
    for (int i = 0; i < size; i++) {
      Station station = polling.get(i);
      Chance chance = Chance.of(station.id() + ' ' + vote.key());
      a2[i] = (int) (0.82 * entitled[i] * station.a2() / station.eligible());
      byPost[i] = (int) (a2[i] * chance.between(0.92, 0.97));
      weights[i] = (entitled[i] - a2[i]) * chance.factor(0.06);
    }
    int[] inPerson = Fitting.shares(vote.voters() - Arrays.stream(byPost).sum(), weights);
    Arrays.setAll(
        weights,
        i -> (inPerson[i] + byPost[i]) * Chance.of(polling.get(i).id() + " void").factor(0.3));
    int[] invalid = Fitting.shares(vote.invalid(), weights);
    Arrays.setAll(
        weights,
        i ->
            (inPerson[i] + byPost[i] - invalid[i])
                * Chance.of(polling.get(i).id() + " yes").between(0.85, 1.15));
    int[] yes = Fitting.shares(vote.yes(), weights);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int voters = inPerson[i] + byPost[i];
      Map<String, Integer> figures =
          Counted.heads(polling.get(i), entitled[i] - a2[i], a2[i], voters, byPost[i]);
      figures.put("C", invalid[i]);
      figures.put("D", voters - invalid[i]);
      figures.put("D1", yes[i]);
      figures.put("D2", voters - invalid[i] - yes[i]);
      counted.add(new Counted(vote.key(), polling.get(i), figures));
    }
    return counted;
  }
}
