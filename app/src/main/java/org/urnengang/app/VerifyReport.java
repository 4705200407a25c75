package org.urnengang.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.tally.Progress;

/** What {@code verify} found, for people and for programs. */
record VerifyReport(List<Checked> ledgers) {

  /**
   * One ledger.
   *
   * @param log what the verifier says of it
   * @param published what the node publishes of it
   */
  record Checked(Verification log, PublishedTotals published) {
    List<Problem> problems() {
      return Stream.concat(log.problems().stream(), published.problems().stream()).toList();
    }

    boolean isSound() {
      return problems().isEmpty();
    }
  }

  boolean isSound() {
    return ledgers.stream().allMatch(Checked::isSound);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    ledgers.forEach(ledger -> text(ledger, text));
    text.append(isSound() ? "Alles stimmt.\n" : "ES STIMMT NICHT.\n");
    return text.toString();
  }

  private static void text(Checked checked, StringBuilder text) {
    Verification log = checked.log();
    text.append("%s (%s)%n".formatted(log.origin(), log.source()));
    text.append(
        log.authenticated()
            ? "  Schlüssel: der angegebene.\n"
            : "  Schlüssel: aus derselben Quelle wie das Protokoll, also nicht beglaubigt. Mit --key"
                + " vergleichen Sie ihn mit einem aus anderer Quelle.\n");
    if (checked.isSound()) {
      text.append(
          german(
              "  Unterschrift, Prüfsummenbaum und alle %,d Einträge stimmen; jede Meldung besteht die Prüfungen F1 bis F10.%n",
              log.entries()));
    }
    log.state().elections().forEach(election -> text(election, text));
    PublishedTotals published = checked.published();
    if (published.compared() > 0) {
      text.append(german("  Veröffentlichte Summen verglichen: %,d Gebiete", published.compared()));
      text.append(
          published.newer() == 0
              ? ""
              : german(", %,d davon in einem Stand, der inzwischen dazukam", published.newer()));
      text.append(".\n");
    }
    for (Problem problem : checked.problems()) {
      text.append("  FEHLER %s: %s%n".formatted(problem.place(), problem.what()));
    }
  }

  /** Numbers as Germans write them: 1.234. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  private static String german(String format, Object... values) {
    return String.format(Locale.GERMANY, format, values);
  }

  private static void text(ElectionState election, StringBuilder text) {
    int scope = election.day().areas().indexOf(election.election().scope());
    Progress progress = election.tally().progress(scope);
    text.append(
        german(
            "  %s: %,d von %,d Bezirken, %,d Wählende, nachgerechnet.%n",
            election.election().title(),
            progress.received(),
            progress.expected(),
            election.tally().count(scope, Letters.B)));
    election.outcome().map(VerifyReport::words).ifPresent(text::append);
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Seats seats ->
          switch (seats.verdict()) {
            case Agreement<SeatResult>(Allocation.Allocated<SeatResult> allocated) ->
                german(
                    "    %,d Sitze, zweimal berechnet: %s.%n",
                    allocated.result().total(), allocated.result().parties());
            case Agreement<SeatResult> _ -> "    Sitze: noch nicht zu verteilen.\n";
            case Disagreement<SeatResult> _ -> "    Sitze: die beiden Berechnungen weichen ab.\n";
          };
      case Outcome.Person person ->
          person.verdict() instanceof Agreement<?>
              ? "    Mehrheit zweimal berechnet.\n"
              : "    Mehrheit: die beiden Berechnungen weichen ab.\n";
    };
  }

  String json() {
    List<JsonValue> checked = ledgers.stream().map(VerifyReport::json).toList();
    return CanonicalJson.text(
            JsonValue.object()
                .put("sound", JsonValue.of(isSound()))
                .put("ledgers", JsonValue.of(checked))
                .build())
        + '\n';
  }

  private static JsonValue json(Checked checked) {
    Verification log = checked.log();
    return JsonValue.object()
        .put("source", log.source())
        .put("origin", log.origin())
        .put("authenticated", JsonValue.of(log.authenticated()))
        .put("entries", log.entries())
        .put("areas_compared", checked.published().compared())
        .put("problems", JsonValue.of(checked.problems().stream().map(VerifyReport::json).toList()))
        .build();
  }

  private static JsonValue json(Problem problem) {
    return JsonValue.object().put("place", problem.place()).put("what", problem.what()).build();
  }
}
