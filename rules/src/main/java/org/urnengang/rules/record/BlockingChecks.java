package org.urnengang.rules.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.DistrictKind;

/**
 * Blockierende Prüfungen F1 bis F11 (Anlagen 8, 28, 29, 31 BWO): a report that fails one of them
 * cannot be right and is not accepted.
 */
public final class BlockingChecks {
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_SHOWN = 40;
  private static final int SUBTOTALS = 3;
  private static final String ALL_ELIGIBLE = "A";

  private final Form form;
  private final Letters letters;
  private final List<Finding> findings = new ArrayList<>();

  private BlockingChecks(Form form) {
    this.form = form;
    this.letters = form.letters();
  }

  /** What the checks say of a report. */
  public sealed interface Outcome {
    /** Its findings, sorted by code and then in the order of the form. */
    List<Finding> findings();
  }

  /** The report can be accepted; findings may warn. */
  public record Sound(Figures figures, List<Finding> findings) implements Outcome {}

  /** The report cannot be right. */
  public record Refused(List<Finding> findings) implements Outcome {}

  /**
   * Checks a report against the form of its district.
   *
   * @param certificate the closing certificate; without it F11 is inactive
   */
  public static Outcome check(Form form, Report report, Optional<ClosingCertificate> certificate) {
    return new BlockingChecks(form).run(report, certificate);
  }

  /** Checks figures that were accepted once, as a verifier does. */
  public static List<Finding> recheck(Form form, Figures figures) {
    BlockingChecks checks = new BlockingChecks(form);
    checks.checkColumns(figures);
    checks.checkSums(figures);
    return checks.sorted();
  }

  private Outcome run(Report report, Optional<ClosingCertificate> certificate) {
    Map<String, String> typed = new HashMap<>(report.figures());
    typed.values().removeIf(String::isBlank);
    Map<String, Integer> read = new HashMap<>();
    typed.forEach((letter, number) -> readNumber(letter, number, read));
    Optional<Integer> eligible = Optional.ofNullable(read.remove(ALL_ELIGIBLE));
    checkLines(typed.keySet());
    if (!findings.isEmpty()) {
      return new Refused(sorted());
    }
    Figures figures = Figures.of(letters, read);
    checkSums(figures);
    report.subtotals().forEach((letter, parts) -> checkSubtotals(figures, letter, parts));
    eligible.ifPresent(all -> checkEligible(figures, all));
    certificate.ifPresent(closed -> checkCertificate(figures, closed));
    boolean refused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return refused ? new Refused(sorted()) : new Sound(figures, sorted());
  }

  /** F1 to F4, F7 and F8: the sums of the form. */
  private void checkSums(Figures figures) {
    for (int vote = 0; vote < letters.votes(); vote++) {
      checkVote(figures, vote);
    }
    checkVoters(figures);
  }

  /** F10, and the empty A of a postal district (F7), for figures that were read before. */
  private void checkColumns(Figures figures) {
    for (int column = 0; column < letters.size(); column++) {
      if (form.requires(column) && !figures.has(column)) {
        errorMissing(letters.name(column));
      } else if (figures.has(column) && !form.allows(column)) {
        errorSurplus(letters.name(column));
      }
    }
  }

  private void errorMissing(String letter) {
    error(FindingCode.F10, List.of(letter), letter + " fehlt. Null bitte als 0 eintragen.");
  }

  private void errorSurplus(String letter) {
    boolean eligible = letter.equals(ALL_ELIGIBLE) || letter.matches("A[123]");
    if (eligible && form.kind() == DistrictKind.POSTAL) {
      error(
          FindingCode.F7,
          List.of(letter),
          letter + " bleibt bei der Briefwahl leer: Wahlberechtigte meldet das Wahllokal.");
    } else {
      error(
          FindingCode.F10,
          List.of(letter),
          shortened(letter) + " steht nicht auf dem Vordruck dieses Bezirks.");
    }
  }

  private List<Finding> sorted() {
    findings.sort(
        Comparator.comparing(Finding::code)
            .thenComparingInt(finding -> place(finding.fields().getFirst()))
            .thenComparing(finding -> String.join(",", finding.fields())));
    return List.copyOf(findings);
  }

  /** Where a letter stands on the form; what the form does not know comes last. */
  private int place(String letter) {
    return letters.column(letter).orElse(Integer.MAX_VALUE);
  }

  private void error(FindingCode code, List<String> fields, String text) {
    findings.add(Finding.error(code, fields, text));
  }

  /** F9. */
  private void readNumber(String letter, String typed, Map<String, Integer> read) {
    String digits = typed.strip();
    boolean whole = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (whole && digits.length() <= LONGEST_NUMBER) {
      read.put(letter, Integer.parseInt(digits));
      return;
    }
    String what = whole ? "ist zu groß" : "ist keine ganze Zahl ab 0";
    error(
        FindingCode.F9,
        List.of(letter),
        "%s = „%s“ %s.".formatted(shortened(letter), shortened(digits), what));
  }

  private static String shortened(String typed) {
    return typed.codePointCount(0, typed.length()) <= LONGEST_SHOWN
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  /** F10, and the empty A of a postal district (F7), for a report as typed. */
  private void checkLines(Set<String> typed) {
    for (int column = 0; column < letters.size(); column++) {
      String letter = letters.name(column);
      if (form.requires(column) && !typed.contains(letter)) {
        errorMissing(letter);
      }
    }
    for (String letter : typed) {
      boolean sum = letter.equals(ALL_ELIGIBLE) && form.kind() != DistrictKind.POSTAL;
      if (!sum && !mayHave(letter)) {
        errorSurplus(letter);
      }
    }
  }

  private boolean mayHave(String letter) {
    return letters.column(letter).stream().anyMatch(form::allows);
  }

  /** F1 and F3 of the first vote, F2 and F4 of the second. */
  private void checkVote(Figures figures, int vote) {
    String invalid = letters.name(letters.invalid(vote));
    String valid = letters.name(letters.valid(vote));
    int invalidVotes = figures.count(letters.invalid(vote));
    int validVotes = figures.count(letters.valid(vote));
    int voters = figures.count(Letters.B);
    long cast = (long) invalidVotes + validVotes;
    if (cast != voters) {
      error(
          vote == 0 ? FindingCode.F1 : FindingCode.F2,
          List.of("B", invalid, valid),
          "%s + %s = %d, aber B = %d (Differenz %d)."
              .formatted(invalid, valid, cast, voters, Math.abs(cast - voters)));
    }
    long sum = 0;
    for (int no = 1; no <= letters.options(); no++) {
      sum += figures.count(letters.option(vote, no));
    }
    if (sum != validVotes) {
      error(
          vote == 0 ? FindingCode.F3 : FindingCode.F4,
          List.of(valid),
          "Die Zeilen %s1 bis %s%d ergeben %d, aber %s = %d (Differenz %d)."
              .formatted(
                  valid,
                  valid,
                  letters.options(),
                  sum,
                  valid,
                  validVotes,
                  Math.abs(sum - validVotes)));
    }
  }

  /** F5. */
  private void checkSubtotals(Figures figures, String letter, List<String> parts) {
    if (letters.column(letter).stream().noneMatch(figures::has)) {
      error(FindingCode.F10, List.of(letter), letter + " hat Zwischensummen, aber keine Summe.");
      return;
    }
    if (parts.size() > SUBTOTALS) {
      error(FindingCode.F5, List.of(letter), letter + " hat mehr Zwischensummen als ZS I bis III.");
      return;
    }
    Map<String, Integer> read = new HashMap<>();
    int before = findings.size();
    for (int i = 0; i < parts.size(); i++) {
      readNumber(letter + " ZS " + "I".repeat(i + 1), parts.get(i), read);
    }
    long sum = read.values().stream().mapToLong(Integer::longValue).sum();
    int total = figures.count(letters.column(letter).orElseThrow());
    if (findings.size() == before && sum != total) {
      error(
          FindingCode.F5,
          List.of(letter),
          "Die Zwischensummen von %s ergeben %d, aber %s = %d (Differenz %d)."
              .formatted(letter, sum, letter, total, Math.abs(sum - total)));
    }
  }

  /** F6. */
  private void checkEligible(Figures figures, int all) {
    long sum =
        (long) figures.count(Letters.A1) + figures.count(Letters.A2) + figures.count(Letters.A3);
    if (sum != all) {
      error(
          FindingCode.F6,
          List.of("A1", "A2", "A"),
          "A1 + A2 + A3 = %d, aber A = %d (Differenz %d)."
              .formatted(sum, all, Math.abs(sum - all)));
    }
  }

  /** F7 and F8. */
  private void checkVoters(Figures figures) {
    int voters = figures.count(Letters.B);
    int withCertificate = figures.count(Letters.B1);
    if (withCertificate > voters) {
      error(
          FindingCode.F7,
          List.of("B", "B1"),
          "B1 = %d ist mehr als B = %d.".formatted(withCertificate, voters));
    } else if (form.kind() == DistrictKind.POSTAL && withCertificate != voters) {
      error(
          FindingCode.F7,
          List.of("B", "B1"),
          "Bei der Briefwahl hat jeder einen Wahlschein: B1 = %d muss gleich B = %d sein."
              .formatted(withCertificate, voters));
    } else if (form.kind() == DistrictKind.POLLING
        && voters - withCertificate > figures.count(Letters.A1)) {
      error(
          FindingCode.F8,
          List.of("A1", "B", "B1"),
          "%d Wählende ohne Wahlschein (B − B1), aber nur %d Wahlberechtigte ohne Sperrvermerk (A1)."
              .formatted(voters - withCertificate, figures.count(Letters.A1)));
    }
  }

  /** F11, only where the district has an electoral roll. */
  private void checkCertificate(Figures figures, ClosingCertificate closed) {
    if (!figures.has(Letters.A1) || !figures.has(Letters.A2)) {
      return;
    }
    int reported = Math.addExact(figures.count(Letters.A1), figures.count(Letters.A2));
    if (reported != closed.total()) {
      error(
          FindingCode.F11,
          List.of("A1", "A2"),
          "A1 + A2 = %d, aber der Abschluss des Wählerverzeichnisses sagt %d."
              .formatted(reported, closed.total()));
    } else if (figures.count(Letters.A1) != closed.correctedA1()) {
      findings.add(
          new Finding(
              FindingCode.F11,
              Severity.WARNING,
              List.of("A1", "A2"),
              "A1 = %d, nach dem Abschluss und seinen Berichtigungen wären es %d."
                      .formatted(figures.count(Letters.A1), closed.correctedA1())
                  + " Bitte die Spalten „Berichtigung“ der Anlage 8 prüfen."));
    }
  }
}
