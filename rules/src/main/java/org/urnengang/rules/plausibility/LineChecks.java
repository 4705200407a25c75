package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W03, W04, W05: the lines of one vote beside what is usual. */
final class LineChecks {
  private final Counted counted;
  private final int vote;
  private final Letters letters;

  private LineChecks(Counted counted, int vote) {
    this.counted = counted;
    this.vote = vote;
    this.letters = counted.letters();
  }

  static List<Finding> of(
      Counted counted,
      int vote,
      Expectation expected,
      Optional<Suspicion> suspicion,
      Thresholds limits) {
    LineChecks checks = new LineChecks(counted, vote);
    List<Finding> findings = new ArrayList<>(checks.zeros(expected, limits));
    suspicion.filter(s -> s.isStrong(limits)).map(checks::explain).ifPresent(findings::add);
    return findings;
  }

  private List<Finding> zeros(Expectation expected, Thresholds limits) {
    long valid = counted.valid(vote);
    List<Finding> findings = new ArrayList<>();
    for (int line = 0; line < letters.options(); line++) {
      int column = letters.option(vote, line + 1);
      long usual = Amounts.rounded(expected.votes(line, valid));
      if (counted.figures().has(column)
          && counted.at(column) == 0
          && usual >= limits.zeroExpected()) {
        findings.add(
            Amounts.warning(
                FindingCode.W03,
                List.of(name(line)),
                "%s = 0, üblich wären hier etwa %d Stimmen. Steht die Zahl in einer anderen Zeile?"
                    .formatted(name(line), usual)));
      }
    }
    return findings;
  }

  private Finding explain(Suspicion suspicion) {
    int first = suspicion.first();
    int last = suspicion.last();
    String text =
        switch (suspicion.slip()) {
          case SWAPPED ->
              "%s und %s sehen vertauscht aus: üblich wären etwa %d und %d."
                  .formatted(
                      typed(first),
                      typed(last),
                      suspicion.likely()[first],
                      suspicion.likely()[last]);
          case ROTATED, SHIFTED ->
              "Die Zahlen von %s bis %s sehen um eine Zeile verrutscht aus. Bitte Zeile für Zeile vergleichen."
                  .formatted(name(first), name(last));
          case DOUBLED -> guess(suspicion, "Ist die Zahl doppelt gezählt?");
          case TRANSPOSED -> guess(suspicion, "Sind zwei Ziffern vertauscht?");
          case DIGIT_LOST -> guess(suspicion, "Fehlt eine Ziffer?");
          case DIGIT_ADDED -> guess(suspicion, "Ist eine Ziffer zu viel?");
          case UNUSUAL -> guess(suspicion, "Bitte mit der Niederschrift vergleichen.");
        };
    List<String> fields = IntStream.rangeClosed(first, last).mapToObj(this::name).toList();
    FindingCode code = suspicion.slip().movesLines() ? FindingCode.W04 : FindingCode.W05;
    return Amounts.warning(code, fields, text);
  }

  private String guess(Suspicion suspicion, String question) {
    int line = suspicion.first();
    return "%s passt nicht zur Umgebung, üblich wären etwa %d Stimmen. %s"
        .formatted(typed(line), suspicion.likely()[line], question);
  }

  private String name(int line) {
    return letters.name(letters.option(vote, line + 1));
  }

  private String typed(int line) {
    return name(line) + " = " + counted.line(vote, line + 1);
  }
}
