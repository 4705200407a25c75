package org.urnengang.rehearsal.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Figures of a benchmark and of its peer, measured in alternating rounds.
 *
 * @param bench its name
 * @param unit what is measured, such as {@code reports/s}
 * @param ours one figure per round
 * @param peer one figure per round
 * @param more further figures by name
 */
public record BenchResult(
    String bench,
    String unit,
    List<Double> ours,
    List<Double> peer,
    SequencedMap<String, Double> more) {
  public BenchResult {
    ours = List.copyOf(ours);
    peer = List.copyOf(peer);
    more = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(more));
  }

  public BenchResult(String bench, String unit, List<Double> ours, List<Double> peer) {
    this(bench, unit, ours, peer, new LinkedHashMap<>());
  }

  /** The same with one more figure. */
  public BenchResult with(String name, double figure) {
    SequencedMap<String, Double> all = new LinkedHashMap<>(more);
    all.put(name, figure);
    return new BenchResult(bench, unit, ours, peer, all);
  }

  /** Median of ours divided by median of the peer's. */
  public double ratio() {
    return median(ours) / median(peer);
  }

  /** The middle figure. */
  static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One line of JSON. */
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"bench\":\"%s\",\"ours\":%.1f,\"peer\":%.1f,\"ratio\":%.3f,\"unit\":\"%s\","
            + "\"rounds\":%d,\"ours_rounds\":%s,\"peer_rounds\":%s%s}",
        bench,
        median(ours),
        median(peer),
        ratio(),
        unit,
        ours.size(),
        list(ours),
        list(peer),
        further());
  }

  private String further() {
    StringBuilder text = new StringBuilder();
    more.forEach(
        (name, figure) -> text.append(String.format(Locale.ROOT, ",\"%s\":%.2f", name, figure)));
    return text.toString();
  }

  private static String list(List<Double> figures) {
    return Arrays.toString(figures.stream().mapToLong(Math::round).toArray());
  }
}
