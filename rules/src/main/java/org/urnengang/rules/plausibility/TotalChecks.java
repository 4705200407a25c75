package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W01, W02, W07, W08, W10, W14: the totals of one report. */
final class TotalChecks {
  private final Counted counted;
  private final Thresholds limits;
  private final Letters letters;
  private final int voters;
  private final List<Finding> findings = new ArrayList<>();

  private TotalChecks(Counted counted, Thresholds limits) {
    this.counted = counted;
    this.limits = limits;
    this.letters = counted.letters();
    this.voters = counted.at(Letters.B);
  }

  /**
   * @param expected by vote
   */
  static List<Finding> of(Counted counted, List<Expectation> expected, Thresholds limits) {
    TotalChecks checks = new TotalChecks(counted, limits);
    for (int vote = 0; vote < checks.letters.votes(); vote++) {
      checks.invalidVotes(vote, expected.get(vote).invalid());
    }
    checks.nothingCounted();
    checks.turnout();
    checks.wahlscheine();
    checks.bothInvalid();
    checks.fewVoters();
    return checks.findings;
  }

  private void invalidVotes(int vote, long usual) {
    int invalid = counted.invalid(vote);
    if (voters > 0
        && Amounts.isAtLeast(invalid, limits.invalidShare(), voters)
        && Fixed.ratio(invalid, voters) >= usual * limits.invalidTimes()) {
      String letter = letters.name(letters.invalid(vote));
      warn(
          FindingCode.W01,
          List.of(letter, "B"),
          "%s = %d sind %s von B = %d, üblich sind hier %s. Bitte %s prüfen."
              .formatted(
                  letter,
                  invalid,
                  Amounts.percent(invalid, voters),
                  voters,
                  Amounts.percent(usual),
                  letter));
    }
  }

  private void nothingCounted() {
    if (voters == 0) {
      warn(
          FindingCode.W02,
          List.of("B"),
          "B = 0: Hier hätte niemand gewählt. Ist der Bezirk wirklich schon ausgezählt?");
      return;
    }
    for (int vote = 0; vote < letters.votes(); vote++) {
      if (counted.valid(vote) == 0) {
        String letter = letters.name(letters.valid(vote));
        warn(
            FindingCode.W02,
            List.of(letter),
            "%s = 0: Keine einzige der %d Stimmen wäre gültig. Bitte die Zeilen prüfen."
                .formatted(letter, voters));
      }
    }
  }

  private void turnout() {
    int eligible = counted.at(Letters.A1);
    int came = counted.fromRoll();
    if (!counted.hasTurnout() || voters == 0) {
      return;
    }
    boolean high = Amounts.isMoreThan(came, limits.turnoutMost(), eligible);
    if (high || !Amounts.isAtLeast(came, limits.turnoutLeast(), eligible)) {
      warn(
          FindingCode.W07,
          List.of("A1", "B", "B1"),
          "%d von %d Wahlberechtigten ohne Wahlschein (A1) haben hier gewählt, %s: das ist sehr %s."
              .formatted(came, eligible, Amounts.percent(came, eligible), high ? "viel" : "wenig"));
    }
  }

  private void wahlscheine() {
    int with = counted.at(Letters.B1);
    if (counted.kind() == DistrictKind.POLLING
        && Amounts.isMoreThan(with, limits.withWahlschein(), voters)) {
      warn(
          FindingCode.W08,
          List.of("B", "B1"),
          "B1 = %d: %s der Wählenden im Wahllokal kamen mit Wahlschein. Steht hier A2 statt B1?"
              .formatted(with, Amounts.percent(with, voters)));
    }
  }

  private void bothInvalid() {
    if (letters.votes() < 2) {
      return;
    }
    int difference = Math.abs(counted.invalid(0) - counted.invalid(1));
    if (Amounts.isMoreThan(difference, limits.invalidDiffer(), voters)) {
      warn(
          FindingCode.W10,
          List.of("C", "E"),
          "C = %d und E = %d liegen weit auseinander. Bitte beide mit der Niederschrift vergleichen."
              .formatted(counted.invalid(0), counted.invalid(1)));
    }
  }

  private void fewVoters() {
    if (voters > 0 && voters < limits.fewVoters()) {
      warn(
          FindingCode.W14,
          List.of("B"),
          "B = %d, weniger als %d: Zum Schutz des Wahlgeheimnisses ist mit einem anderen Bezirk gemeinsam auszuzählen."
              .formatted(voters, limits.fewVoters()));
    }
  }

  private void warn(FindingCode code, List<String> fields, String text) {
    findings.add(Amounts.warning(code, fields, text));
  }
}
