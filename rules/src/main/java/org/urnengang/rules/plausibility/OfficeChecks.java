package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W11 to W13, W15, W17: the report beside what only the office knows. */
final class OfficeChecks {
  private final Counted counted;
  private final Thresholds limits;
  private final List<Finding> findings = new ArrayList<>();

  private OfficeChecks(Counted counted, Thresholds limits) {
    this.counted = counted;
    this.limits = limits;
  }

  static List<Finding> of(Counted counted, Circumstances known, Thresholds limits) {
    OfficeChecks checks = new OfficeChecks(counted, limits);
    known.firstEntry().ifPresent(checks::firstEntry);
    known.wahlscheineIssued().ifPresent(checks::issued);
    known.admitted().ifPresent(checks::admitted);
    new TreeMap<>(known.otherElections()).forEach(checks::otherElection);
    known.minutesAfterClose().ifPresent(checks::time);
    return checks.findings;
  }

  private void firstEntry(Figures first) {
    Letters letters = counted.letters();
    for (int column = 0; column < letters.size(); column++) {
      int before = first.count(column);
      int now = counted.at(column);
      if (before != now && Arrays.equals(digits(before), digits(now))) {
        String letter = letters.name(column);
        warn(
            FindingCode.W11,
            List.of(letter),
            "%s = %d, bei der ersten Eingabe %d: dieselben Ziffern in anderer Folge. Bitte auf das Papier sehen."
                .formatted(letter, now, before));
      }
    }
  }

  private static int[] digits(int number) {
    return String.valueOf(number).chars().sorted().toArray();
  }

  private void issued(int issued) {
    int came = counted.at(Letters.B1);
    if (!counted.kind().isPostal()) {
      return;
    }
    if (came > issued) {
      warn(
          FindingCode.W12,
          List.of("B1"),
          "B1 = %d, aber nur %d Wahlscheine wurden ausgegeben.".formatted(came, issued));
    } else if (!Amounts.isAtLeast(came, limits.wahlscheineUsed(), issued)) {
      warn(
          FindingCode.W12,
          List.of("B1"),
          "B1 = %d von %d ausgegebenen Wahlscheinen, nur %s. Fehlen Wahlbriefe?"
              .formatted(came, issued, Amounts.percent(came, issued)));
    }
  }

  private void admitted(int admitted) {
    int voters = counted.at(Letters.B);
    int difference = Math.abs(voters - admitted);
    if (difference > 0
        && (difference >= limits.countDiffers()
            || Amounts.isAtLeast(difference, limits.countDiffersShare(), voters))) {
      warn(
          FindingCode.W13,
          List.of("B"),
          "%d Stimmabgabevermerke und Wahlscheine, aber B = %d. Bitte nachzählen und in der Niederschrift erklären."
              .formatted(admitted, voters));
    }
  }

  private void otherElection(String name, int others) {
    int voters = counted.at(Letters.B);
    if (Amounts.isMoreThan(
        Math.abs(voters - others), limits.electionsDiffer(), Math.max(voters, others))) {
      warn(
          FindingCode.W15,
          List.of("B"),
          "B = %d, aber %d bei %s im selben Bezirk.".formatted(voters, others, name));
    }
  }

  private void time(int minutes) {
    if (minutes < 0) {
      warn(
          FindingCode.W17,
          List.of("B"),
          "Die Meldung kam %d Minuten vor dem Ende der Wahl.".formatted(-minutes));
      return;
    }
    for (int vote = 0; vote < counted.letters().votes(); vote++) {
      if (minutes < limits.fastMinutes() && counted.valid(vote) > limits.fastVotes()) {
        String letter = counted.letters().name(counted.letters().valid(vote));
        warn(
            FindingCode.W17,
            List.of(letter),
            "%s = %d gültige Stimmen schon %d Minuten nach dem Ende der Wahl. So schnell zählt niemand."
                .formatted(letter, counted.valid(vote), minutes));
        return;
      }
    }
  }

  private void warn(FindingCode code, List<String> fields, String text) {
    findings.add(Amounts.warning(code, fields, text));
  }
}
