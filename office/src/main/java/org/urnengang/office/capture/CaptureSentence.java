package org.urnengang.office.capture;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.access.Caller;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.record.Figures;

/** What somebody did to a report, as the audit trail tells it. */
final class CaptureSentence {
  private CaptureSentence() {}

  /**
   * Tells an accepted request.
   *
   * @param before what the district had reported
   * @param now what it reports
   */
  static AuditEvent of(Submission submission, Optional<Figures> before, Figures now, Texts texts) {
    AuditEvent.Kind kind =
        switch (submission.action()) {
          case Action.Submit submit ->
              submit.release() ? AuditEvent.Kind.RELEASE : AuditEvent.Kind.REPORT;
          case Action.Correct _ -> AuditEvent.Kind.CORRECTION;
          case Action.Release _, Action.Refuse _ -> AuditEvent.Kind.RELEASE;
        };
    String election = submission.election().election().name();
    String sentence =
        submission.action() instanceof Action.Correct(Figures _, String reason)
            ? texts.of(
                "audit.correction",
                submission.caller().name(),
                submission.district().area().name(),
                election,
                differences(
                    before.<Map<String, Integer>>map(Figures::toMap).orElse(Map.of()), now.toMap()),
                reason)
            : texts.of(
                kind == AuditEvent.Kind.REPORT ? "audit.report" : "audit.release",
                submission.caller().name(),
                submission.district().area().name(),
                election,
                String.valueOf(now.toMap().get("B")));
    return new AuditEvent(
        submission.district().tenant(),
        submission.caller().name(),
        kind,
        submission.day().key(),
        submission.election().election().key(),
        submission.district().area().id(),
        sentence);
  }

  /** Tells that the clock of a rehearsal was set; it concerns the authority of whoever did it. */
  static AuditEvent clock(Caller caller, OpenDay day, String time, Texts texts) {
    return new AuditEvent(
        caller.home(),
        caller.name(),
        AuditEvent.Kind.CLOCK,
        day.key(),
        "",
        "",
        texts.of("audit.clock", caller.name(), time));
  }

  /** Such as "D3 374 → 347, D 1000 → 973". */
  private static String differences(Map<String, Integer> before, Map<String, Integer> now) {
    Map<String, Integer> all = new TreeMap<>(before);
    all.putAll(now);
    return all.keySet().stream()
        .filter(
            letter -> !String.valueOf(before.get(letter)).equals(String.valueOf(now.get(letter))))
        .map(letter -> letter + " " + shown(before.get(letter)) + " → " + shown(now.get(letter)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(@org.jspecify.annotations.Nullable Integer figure) {
    return figure == null ? "–" : figure.toString();
  }
}
