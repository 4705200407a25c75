package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.plausibility.Counted;
import org.urnengang.rules.plausibility.Judgement;
import org.urnengang.rules.plausibility.Plausibility;
import org.urnengang.rules.plausibility.Thresholds;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Severity;

/**
 * How many seeded errors plausibility finds, beside a plain z-test of party shares. In every round
 * other districts are the reference, and the rest is judged: once clean, and once per kind of error
 * with that error in a third of them.
 */
public final class PlausibilityBench {
  /** Errors that move fewer votes are not counted. */
  private static final int MOVED = 30;

  private static final int TRIES = 400;
  private static final int ERROR_IN_EVERY = 3;
  private static final double[] CURVE = {0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 10};

  private final OfficialDistricts official;
  private final PlausibilityFigures figures = new PlausibilityFigures();

  /**
   * @param zip the official file {@code ew24_wbz.zip}
   */
  public PlausibilityBench(Path zip) throws IOException {
    this.official = OfficialDistricts.read(zip);
  }

  /** One line of JSON. */
  public String run(int rounds) {
    for (int seed = 1; seed <= rounds; seed++) {
      round(seed);
    }
    return figures.json(rounds, CURVE);
  }

  private void round(int seed) {
    List<Counted> all = new ArrayList<>(official.districts());
    Collections.shuffle(all, new Random(seed));
    List<Counted> reference = all.subList(0, all.size() / 2);
    List<Counted> judged = all.subList(all.size() / 2, all.size());
    ShareTest peer = new ShareTest(reference);
    List<Judgement> clean = judge(judged, reference);
    for (int i = 0; i < judged.size(); i++) {
      figures.clean(sample(clean.get(i), peer.score(judged.get(i))));
    }
    for (SeededError error : SeededError.values()) {
      seeded(error, seed, judged, reference, peer);
    }
    figures.endRound();
  }

  private List<Judgement> judge(List<Counted> records, List<Counted> reference) {
    return Plausibility.judge(
        official.letters(), records, reference, List.of(), Thresholds.PROPOSED);
  }

  private void seeded(
      SeededError error, int seed, List<Counted> judged, List<Counted> reference, ShareTest peer) {
    int number = List.of(SeededError.values()).indexOf(error);
    SplittableRandom chance = new SplittableRandom(1_000L * seed + number);
    List<Counted> records = new ArrayList<>(judged);
    List<Integer> wrong = new ArrayList<>();
    for (int i = number % ERROR_IN_EVERY; i < records.size(); i += ERROR_IN_EVERY) {
      Optional<Counted> altered = alter(records.get(i), error, peer, chance);
      if (altered.isPresent()) {
        records.set(i, altered.get());
        wrong.add(i);
      }
    }
    List<Judgement> judgements = judge(records, reference);
    for (int i : wrong) {
      figures.error(error, sample(judgements.get(i), peer.score(records.get(i))));
    }
  }

  private static PlausibilityFigures.Sample sample(Judgement judgement, double peer) {
    return new PlausibilityFigures.Sample(
        judgement.warns(),
        judgement.findings().stream()
            .anyMatch(
                f ->
                    f.severity() == Severity.WARNING
                        && f.code() != FindingCode.W04
                        && f.code() != FindingCode.W05),
        judgement.evidence(),
        peer);
  }

  /** The district with an error that its totals follow and that no blocking check finds. */
  private Optional<Counted> alter(
      Counted counted, SeededError error, ShareTest peer, SplittableRandom chance) {
    int[] lines = SeededError.lines(counted);
    double[] expected = peer.expected(counted).clone();
    int valid = IntStream.of(lines).sum();
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= valid;
    }
    List<Counted> others =
        official.districts().stream()
            .filter(other -> other.kind() == counted.kind() && !other.equals(counted))
            .toList();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<int[]> drawn = error.draw(lines, expected, others, chance);
      if (drawn.isEmpty() || SeededError.moved(lines, drawn.get()) < MOVED) {
        continue;
      }
      figures.asTyped(
          isRefused(withLines(counted, drawn.get(), false)), breaks(lines, drawn.get()));
      Counted followed = withLines(counted, drawn.get(), true);
      if (!isRefused(followed)) {
        return Optional.of(followed);
      }
    }
    return Optional.empty();
  }

  private static boolean breaks(int[] right, int[] wrong) {
    return IntStream.of(right).sum() != IntStream.of(wrong).sum();
  }

  private static boolean isRefused(Counted counted) {
    Letters letters = counted.figures().letters();
    List<Ballot.Line> all =
        IntStream.rangeClosed(1, letters.options())
            .mapToObj(no -> new Ballot.Line(no, Optional.empty()))
            .toList();
    Form form = Form.of(letters, counted.kind(), List.of(new Ballot("vote", "05", all)));
    return !BlockingChecks.recheck(form, counted.figures()).isEmpty();
  }

  private static Counted withLines(Counted counted, int[] lines, boolean totalsFollow) {
    Map<String, Integer> typed = new HashMap<>(counted.figures().toMap());
    int sum = 0;
    for (int i = 0; i < lines.length; i++) {
      typed.put("D" + (i + 1), lines[i]);
      sum += lines[i];
    }
    if (totalsFollow) {
      typed.put("D", sum);
      int voters = sum + typed.getOrDefault("C", 0);
      typed.put("B", voters);
      if (counted.kind().isPostal()) {
        typed.put("B1", voters);
      }
    }
    return new Counted(
        counted.district(),
        counted.municipality(),
        counted.kind(),
        Figures.of(counted.figures().letters(), typed));
  }
}
