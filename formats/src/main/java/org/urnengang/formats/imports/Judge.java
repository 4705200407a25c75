package org.urnengang.formats.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;

/** Holds every row against the form of its district and the checks F1 to F10. */
final class Judge {
  private final Plan plan;
  private final Sources sources;
  private final ImportLog log;
  private final Forms forms;

  Judge(Plan plan, Sources sources, ImportLog log) {
    this.plan = plan;
    this.sources = sources;
    this.log = log;
    this.forms = new Forms(plan);
  }

  /** The figures as the form has them; empty, and in the log, if they cannot be right. */
  Optional<SourceFigures> judge(Entry entry) {
    if (entry.figures().isEmpty()) {
      return Optional.empty();
    }
    Form form;
    try {
      form = forms.of(entry.election(), entry.place());
    } catch (InvalidElection e) {
      refuse(entry, "", "", e.getMessage() + ".");
      return Optional.empty();
    }
    SourceFigures figures = entry.figures().get().copy();
    clearZerosOffTheForm(figures, form);
    mendMailVoters(entry, figures);
    Report report = new Report(figures.toText(form.letters()), java.util.Map.of());
    return switch (BlockingChecks.check(form, report, Optional.empty())) {
      case BlockingChecks.Sound sound -> Optional.of(figures);
      case BlockingChecks.Refused refused -> {
        refuse(entry, figures, form.letters(), refused.findings());
        yield Optional.empty();
      }
    };
  }

  /** Tables have a number in every column: 0 is no vote where nobody stands. */
  private static void clearZerosOffTheForm(SourceFigures figures, Form form) {
    for (int column = 0; column < form.letters().size(); column++) {
      boolean onForm = form.required().get(column) || form.optional().get(column);
      if (!onForm && figures.has(column) && figures.count(column) == 0) {
        figures.clear(column);
      }
    }
    boolean postal = form.kind() == DistrictKind.POSTAL;
    if (postal && figures.count(figures.allEligible()) == 0) {
      figures.clear(figures.allEligible());
    }
  }

  private void mendMailVoters(Entry entry, SourceFigures figures) {
    if (entry.place().kind() != DistrictKind.POLLING) {
      return;
    }
    switch (plan.mailVoters()) {
      case EMPTY_IS_ZERO -> {
        if (!figures.has(Letters.B1)) {
          figures.put(Letters.B1, 0);
          log.often("Wahllokale ohne Angabe in %s, gelesen als 0.".formatted(column("B1")));
        }
      }
      case RAISED -> raise(entry, figures);
      case GIVEN -> {}
    }
  }

  /** F8: who votes without a Wahlschein has no mark, so B − B1 is at most A1. */
  private void raise(Entry entry, SourceFigures figures) {
    int least = figures.count(Letters.B) - figures.count(Letters.A1);
    int given = figures.count(Letters.B1);
    if (given >= least || least > figures.count(Letters.B)) {
      return;
    }
    figures.put(Letters.B1, least);
    log.note(
        "%s, Zeile %d: %s = %d kann nicht stimmen (F8: B − B1 höchstens A1); gesetzt auf %d, den kleinsten möglichen Wert. Alle anderen Zahlen bleiben wie veröffentlicht."
            .formatted(
                sources.name(entry.origin().file()),
                entry.origin().line(),
                column("B1"),
                given,
                least));
  }

  private String column(String letter) {
    return plan.columnOf().apply(letter);
  }

  private void refuse(Entry entry, SourceFigures figures, Letters letters, List<Finding> findings) {
    Finding first = findings.getFirst();
    String letter = first.fields().isEmpty() ? "" : first.fields().getLast();
    OptionalInt column = letters.column(letter);
    String value =
        column.isPresent() && figures.has(column.getAsInt())
            ? String.valueOf(figures.count(column.getAsInt()))
            : "";
    String reason =
        findings.stream()
            .limit(3)
            .map(finding -> finding.code() + ": " + finding.text())
            .collect(Collectors.joining(" "));
    refuse(entry, letter.isEmpty() ? "" : column(letter), value, reason);
  }

  void refuse(Entry entry, String column, String value, String reason) {
    String file = sources.name(entry.origin().file());
    log.refuse(new RefusedRow(file, entry.origin().line(), column, value, reason));
  }
}
