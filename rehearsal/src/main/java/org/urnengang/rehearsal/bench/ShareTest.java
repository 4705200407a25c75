package org.urnengang.rehearsal.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.urnengang.rules.plausibility.Counted;

/**
 * The peer of plausibility: the plain z-test. How many standard deviations the share of a party is
 * from the mean of the municipality's districts of the same kind, the largest of all parties. The
 * deviation is that of chance, times what the party's shares vary more than that.
 */
final class ShareTest {
  private final Map<String, double[]> means = new HashMap<>();
  private final Map<String, double[]> deviations = new HashMap<>();

  ShareTest(Collection<Counted> reference) {
    Map<String, List<Counted>> byCell = new HashMap<>();
    for (Counted counted : reference) {
      byCell.computeIfAbsent(cell(counted), any -> new ArrayList<>()).add(counted);
      byCell.computeIfAbsent(counted.kind().key(), any -> new ArrayList<>()).add(counted);
    }
    byCell.forEach((cell, districts) -> means.put(cell, mean(districts)));
    for (String kind : List.of("polling", "postal")) {
      deviations.put(kind, deviation(byCell.getOrDefault(kind, List.of()), byCell));
    }
  }

  private static String cell(Counted counted) {
    return counted.municipality() + counted.kind().key();
  }

  private static double[] shares(Counted counted) {
    return mean(List.of(counted));
  }

  private static double[] mean(List<Counted> districts) {
    double[] sums = new double[SeededError.lines(districts.getFirst()).length];
    double all = 0;
    for (Counted counted : districts) {
      int[] lines = SeededError.lines(counted);
      for (int i = 0; i < lines.length; i++) {
        sums[i] += lines[i];
        all += lines[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= Math.max(1, all);
    }
    return sums;
  }

  private static double valid(Counted counted) {
    return Math.max(1, IntStream.of(SeededError.lines(counted)).sum());
  }

  /** Standard deviation of a share by chance alone; a share counts as half a vote at least. */
  private static double chance(double share, double valid) {
    double least = Math.max(share, 0.5 / valid);
    return Math.sqrt(least * (1 - least) / valid);
  }

  /**
   * How many times more than by chance a party's shares vary, of the districts from the mean of the
   * others in their municipality.
   */
  private static double[] deviation(List<Counted> districts, Map<String, List<Counted>> byCell) {
    double[] squares = new double[0];
    for (Counted counted : districts) {
      List<Counted> others =
          byCell.getOrDefault(cell(counted), List.of()).stream()
              .filter(other -> !other.equals(counted))
              .toList();
      double[] usual = mean(others.isEmpty() ? districts : others);
      double[] shares = shares(counted);
      squares = squares.length == 0 ? new double[shares.length] : squares;
      double valid = valid(counted);
      for (int i = 0; i < shares.length; i++) {
        double z = (shares[i] - usual[i]) / chance(usual[i], valid);
        squares[i] += z * z / districts.size();
      }
    }
    for (int i = 0; i < squares.length; i++) {
      squares[i] = Math.max(1, Math.sqrt(squares[i]));
    }
    return squares;
  }

  /** Shares that the reference lets expect. */
  double[] expected(Counted counted) {
    return means.getOrDefault(
        cell(counted), means.getOrDefault(counted.kind().key(), new double[0]));
  }

  double score(Counted counted) {
    double[] usual = expected(counted);
    double[] deviation = deviations.getOrDefault(counted.kind().key(), new double[0]);
    double[] shares = shares(counted);
    double valid = valid(counted);
    double most = 0;
    for (int i = 0; i < shares.length; i++) {
      most =
          Math.max(most, Math.abs(shares[i] - usual[i]) / chance(usual[i], valid) / deviation[i]);
    }
    return most;
  }
}
