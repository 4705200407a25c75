package org.urnengang.rehearsal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Figures of a benchmark and of its peer, measured in alternating rounds.
 *
 * @param bench its name
 * @param unit what is measured, such as {@code reports/s}
 * @param ours one figure per round
 * @param peer one figure per round
 */
public record BenchResult(String bench, String unit, List<Double> ours, List<Double> peer) {
  public BenchResult {
    ours = List.copyOf(ours);
    peer = List.copyOf(peer);
  }

  /** Median of ours divided by median of the peer's. */
  public double ratio() {
    return median(ours) / median(peer);
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One line of JSON. */
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"bench\":\"%s\",\"ours\":%.1f,\"peer\":%.1f,\"ratio\":%.3f,\"unit\":\"%s\","
            + "\"rounds\":%d,\"ours_rounds\":%s,\"peer_rounds\":%s}",
        bench,
        median(ours),
        median(peer),
        ratio(),
        unit,
        ours.size(),
        list(ours),
        list(peer));
  }

  private static String list(List<Double> figures) {
    return Arrays.toString(figures.stream().mapToLong(Math::round).toArray());
  }
}
