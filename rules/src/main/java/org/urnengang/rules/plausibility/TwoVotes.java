package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W09: first and second votes of one party. */
final class TwoVotes {
  private static final int FIRST = 0;
  private static final int SECOND = 1;

  private TwoVotes() {}

  /**
   * @param expected by vote
   */
  static List<Finding> of(Counted counted, List<Expectation> expected, Thresholds limits) {
    Letters letters = counted.letters();
    List<Finding> findings = new ArrayList<>();
    if (letters.votes() < 2 || counted.valid(FIRST) == 0 || counted.valid(SECOND) == 0) {
      return findings;
    }
    for (int no = 1; no <= letters.options(); no++) {
      int first = letters.option(FIRST, no);
      int second = letters.option(SECOND, no);
      if (!counted.figures().has(first) || !counted.figures().has(second)) {
        continue;
      }
      long usual = expected.get(FIRST).shares()[no - 1] - expected.get(SECOND).shares()[no - 1];
      long here =
          Fixed.ratio(counted.at(first), counted.valid(FIRST))
              - Fixed.ratio(counted.at(second), counted.valid(SECOND));
      if (Amounts.perMille(Math.abs(here - usual)) > limits.votesDiffer()) {
        String d = letters.name(first);
        String f = letters.name(second);
        findings.add(
            Amounts.warning(
                FindingCode.W09,
                List.of(d, f),
                "%s = %d und %s = %d: Erst- und Zweitstimmen liegen viel weiter auseinander als in der Umgebung."
                    .formatted(d, counted.at(first), f, counted.at(second))));
      }
    }
    return findings;
  }
}
