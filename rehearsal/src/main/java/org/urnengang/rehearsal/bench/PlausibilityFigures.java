package org.urnengang.rehearsal.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** What {@link PlausibilityBench} has counted. */
final class PlausibilityFigures {
  private final List<Sample> clean = new ArrayList<>();
  private final Map<SeededError, List<Sample>> errors = new EnumMap<>(SeededError.class);
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> peer = new ArrayList<>();
  private long broken;
  private long brokenFound;

  /**
   * One judged district.
   *
   * @param warned whether plausibility warned at the proposed thresholds
   * @param otherwise whether it warned for another reason than W04 or W05
   * @param evidence of W04 and W05
   * @param peer the z-test's score
   */
  record Sample(boolean warned, boolean otherwise, int evidence, double peer) {
    boolean isFound(int threshold) {
      return otherwise || evidence >= threshold;
    }
  }

  void clean(Sample sample) {
    clean.add(sample);
  }

  void error(SeededError error, Sample sample) {
    errors.computeIfAbsent(error, any -> new ArrayList<>()).add(sample);
  }

  /** An error with the totals of the paper: does a check refuse it, does it break a sum. */
  void asTyped(boolean refused, boolean breaks) {
    broken += breaks ? 1 : 0;
    brokenFound += breaks && refused ? 1 : 0;
  }

  private List<Sample> allErrors() {
    return errors.values().stream().flatMap(List::stream).toList();
  }

  void endRound() {
    List<Sample> now = new ArrayList<>();
    errors.values().forEach(samples -> now.addAll(samples));
    ours.add(percent(now, Sample::warned));
    double alike = peerThreshold(percent(clean, Sample::warned));
    peer.add(percent(now, s -> s.peer() > alike));
  }

  private static <T> double percent(List<T> samples, Predicate<T> what) {
    return 100.0 * samples.stream().filter(what).count() / Math.max(1, samples.size());
  }

  /** The z-test's threshold at which it warns of at most so many clean districts, in percent. */
  private double peerThreshold(double falseWarnings) {
    double[] scores = clean.stream().mapToDouble(Sample::peer).sorted().toArray();
    int allowed = (int) Math.floor(falseWarnings * scores.length / 100);
    return scores[Math.max(0, scores.length - 1 - allowed)];
  }

  /** The threshold of evidence at which we warn of at most so many clean districts, in percent. */
  private int ourThreshold(double falseWarnings) {
    int threshold = 3_000;
    while (threshold > -2_000) {
      int next = threshold - 10;
      if (percent(clean, s -> s.isFound(next)) > falseWarnings) {
        return threshold;
      }
      threshold = next;
    }
    return threshold;
  }

  String json(int rounds, double[] curve) {
    double falseWarnings = percent(clean, Sample::warned);
    double alike = peerThreshold(falseWarnings);
    SequencedMap<String, Double> more = new LinkedHashMap<>();
    more.put("false_warnings", falseWarnings);
    more.put("clean", (double) clean.size());
    more.put("errors", (double) allErrors().size());
    more.put("sums_broken", (double) broken);
    more.put("sums_broken_found", 100.0 * brokenFound / Math.max(1, broken));
    errors.forEach(
        (error, samples) -> {
          String name = error.name().toLowerCase(Locale.ROOT);
          more.put(name, percent(samples, Sample::warned));
          more.put(
              name + "_by_lines",
              percent(samples, s -> s.evidence() >= ourThreshold(falseWarnings)));
          more.put(name + "_peer", percent(samples, s -> s.peer() > alike));
        });
    for (double point : curve) {
      int threshold = ourThreshold(point);
      double peerThreshold = peerThreshold(point);
      String at = String.format(Locale.ROOT, "at_%.1f", point);
      more.put(at, percent(allErrors(), s -> s.isFound(threshold)));
      more.put(at + "_peer", percent(allErrors(), s -> s.peer() > peerThreshold));
      more.put(at + "_threshold", (double) threshold);
    }
    return new BenchResult("plausibility", "% found", ours, peer, more).json();
  }
}
