package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W06: the same district last time, plus what has changed in its municipality since. */
final class HistoryChecks {
  private final Counted now;
  private final Counted before;
  private final Thresholds limits;

  private HistoryChecks(Counted now, Counted before, Thresholds limits) {
    this.now = now;
    this.before = before;
    this.limits = limits;
  }

  /**
   * @param usualNow what the municipality lets expect now
   * @param usualBefore what it let expect last time
   */
  static List<Finding> of(
      Counted now,
      Counted before,
      int vote,
      Expectation usualNow,
      Expectation usualBefore,
      Thresholds limits) {
    HistoryChecks checks = new HistoryChecks(now, before, limits);
    List<Finding> findings = new ArrayList<>(checks.shares(vote, usualNow, usualBefore));
    if (vote == 0) {
      findings.addAll(checks.turnout(usualNow, usualBefore));
    }
    return findings;
  }

  private List<Finding> shares(int vote, Expectation usualNow, Expectation usualBefore) {
    List<Finding> findings = new ArrayList<>();
    Letters letters = now.letters();
    int lines = Math.min(letters.options(), before.letters().options());
    long validNow = now.valid(vote);
    long validBefore = before.valid(vote);
    for (int no = 1; no <= lines && validNow > 0 && validBefore > 0; no++) {
      long share = Fixed.ratio(now.line(vote, no), validNow);
      long expected =
          Fixed.ratio(before.line(vote, no), validBefore)
              + usualNow.shares()[no - 1]
              - usualBefore.shares()[no - 1];
      if (isFar(share - expected, limits.lastTimeShare())) {
        String letter = letters.name(letters.option(vote, no));
        findings.add(
            warning(
                List.of(letter),
                "%s = %d sind %s; nach dem letzten Mal und der Entwicklung in der Gemeinde wären es etwa %s."
                    .formatted(
                        letter,
                        now.line(vote, no),
                        Amounts.percent(share),
                        Amounts.percent(Math.max(0, expected)))));
      }
    }
    return findings;
  }

  private List<Finding> turnout(Expectation usualNow, Expectation usualBefore) {
    if (!now.hasTurnout() || !before.hasTurnout()) {
      return List.of();
    }
    long turnout = Fixed.ratio(now.fromRoll(), now.at(Letters.A1));
    long expected =
        Fixed.ratio(before.fromRoll(), before.at(Letters.A1))
            + usualNow.turnout()
            - usualBefore.turnout();
    if (!isFar(turnout - expected, limits.lastTimeTurnout())) {
      return List.of();
    }
    return List.of(
        warning(
            List.of("A1", "B", "B1"),
            "Wahlbeteiligung im Wahllokal %s; nach dem letzten Mal und der Entwicklung in der Gemeinde wären es etwa %s."
                .formatted(Amounts.percent(turnout), Amounts.percent(Math.max(0, expected)))));
  }

  private static boolean isFar(long difference, int perMille) {
    return Amounts.perMille(Math.abs(difference)) > perMille;
  }

  private static Finding warning(List<String> fields, String text) {
    return Amounts.warning(FindingCode.W06, fields, text);
  }
}
