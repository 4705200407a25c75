package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Severity;

/** An invented town in which districts differ as districts do, and reports in a short notation. */
final class Town {
  static final Letters ONE_VOTE = Letters.of(1, 6);
  static final Letters TWO_VOTES = Letters.of(2, 6);
  static final Letters REFERENDUM = Letters.of(1, 2);
  static final Letters MAYOR = Letters.of(1, 3);

  private static final int[] PERCENT = {36, 25, 16, 11, 8, 4};
  private static final String AGS = "05999001";

  private Town() {}

  /** Districts with these letters, the same for the same seed. */
  static List<Counted> districts(Letters letters, int many, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<Counted> districts = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      districts.add(district(letters, AGS + "-" + i, chance));
    }
    return districts;
  }

  private static Counted district(Letters letters, String id, SplittableRandom chance) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    int voters = 400 + chance.nextInt(300);
    int invalid = 3 + chance.nextInt(5);
    figures.put("A1", voters * 100 / (56 + chance.nextInt(9)));
    figures.put("A2", 200);
    figures.put("B", voters);
    figures.put("B1", 4);
    double[] lean = new double[letters.options()];
    for (int i = 0; i < lean.length; i++) {
      lean[i] = PERCENT[i] * (0.88 + chance.nextInt(25) / 100.0);
    }
    double sum = Arrays.stream(lean).sum();
    for (int vote = 0; vote < letters.votes(); vote++) {
      int left = voters - invalid;
      figures.put(letters.name(letters.invalid(vote)), invalid);
      figures.put(letters.name(letters.valid(vote)), left);
      for (int no = letters.options(); no > 1; no--) {
        int votes = (int) ((voters - invalid) * lean[no - 1] / sum) + chance.nextInt(3);
        figures.put(letters.name(letters.option(vote, no)), votes);
        left -= votes;
      }
      figures.put(letters.name(letters.option(vote, 1)), left);
    }
    return new Counted(id, AGS, DistrictKind.POLLING, Figures.of(letters, figures));
  }

  /** The district with changes such as {@code D1=3 D2=4}; - takes a letter away. */
  static Counted changed(Counted counted, String changes) {
    return changed(counted, counted.kind(), changes);
  }

  static Counted changed(Counted counted, DistrictKind kind, String changes) {
    Map<String, Integer> figures = new LinkedHashMap<>(counted.figures().toMap());
    for (String change : changes.split(" ", -1)) {
      if (change.endsWith("=-")) {
        figures.remove(change.substring(0, change.indexOf('=')));
      } else if (!change.isEmpty()) {
        String[] sides = change.split("=", -1);
        figures.put(sides[0], Integer.parseInt(sides[1]));
      }
    }
    return new Counted(
        counted.district(),
        counted.municipality(),
        kind,
        Figures.of(counted.figures().letters(), figures));
  }

  /** Findings as {@code W04(D1,D2)}; an info has an i. */
  static String words(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                f.code()
                    + (f.severity() == Severity.INFO ? "i" : "")
                    + "("
                    + String.join(",", f.fields())
                    + ")")
        .collect(Collectors.joining(" "));
  }
}
