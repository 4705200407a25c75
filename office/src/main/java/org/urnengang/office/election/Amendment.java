package org.urnengang.office.election;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry.Amendable;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.EntryTime;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Question;

/**
 * Änderung of an opened election that somebody asks for.
 *
 * @param election key of the election
 * @param value as it was typed: a time of day, or a number
 */
record Amendment(String election, Amendable what, String value, String reason) {
  /** What comes of it. */
  sealed interface Outcome {
    /** The entry to be written. */
    record Write(Amended amended) implements Outcome {}

    /**
     * It cannot be.
     *
     * @param text key of the sentence that says why
     */
    record Refused(String text) implements Outcome {}
  }

  /** The election as its ledger has changed it since it was opened. */
  static Election apply(Election election, List<Amended> amendments) {
    Election changed = election;
    for (Amended amended : amendments) {
      if (amended.election().equals(election.key())) {
        changed = apply(changed, amended);
      }
    }
    return changed;
  }

  private static Election apply(Election election, Amended amended) {
    return switch (amended.what()) {
      case POLLS_CLOSE ->
          election.with(new PollsClose(EntryTime.of(amended.after()), election.pollsClose().law()));
      case ENTITLED ->
          election
              .question()
              .map(
                  question ->
                      election.with(
                          new Question(
                              question.text(),
                              question.quorumPercent(),
                              question.quorumLaw(),
                              Optional.of(Integer.parseInt(amended.after())))))
              .orElse(election);
    };
  }

  /** What it would be for an election as it stands. */
  Outcome judge(Election current, OffsetDateTime now) {
    if (reason.isBlank()) {
      return new Outcome.Refused("amend.reason.missing");
    }
    return switch (what) {
      case POLLS_CLOSE -> judgeClose(current.pollsClose().at(), now);
      case ENTITLED ->
          current
              .question()
              .map(question -> judgeEntitled(question, now))
              .orElse(new Outcome.Refused("amend.entitled.none"));
    };
  }

  /**
   * Near the end of the polls it is too late: a report could be released under the old end while
   * the new one is written.
   */
  private Outcome judgeClose(OffsetDateTime before, OffsetDateTime now) {
    Optional<OffsetDateTime> after = time().map(time -> before.with(time));
    if (!now.isBefore(before.minusMinutes(1))) {
      return new Outcome.Refused("amend.close.late");
    }
    if (after.isEmpty() || !after.get().isAfter(now)) {
      return new Outcome.Refused("amend.close.wrong");
    }
    return entry(EntryTime.text(before), EntryTime.text(after.get()), now);
  }

  private Optional<LocalTime> time() {
    try {
      return Optional.of(LocalTime.parse(value).withSecond(0).withNano(0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Outcome judgeEntitled(Question question, OffsetDateTime now) {
    String number = value.replace(".", "");
    return number.matches("[1-9][0-9]{0,8}")
        ? entry(question.entitled().map(String::valueOf).orElse(""), number, now)
        : new Outcome.Refused("amend.entitled.wrong");
  }

  private Outcome entry(String before, String after, OffsetDateTime now) {
    return before.equals(after)
        ? new Outcome.Refused("amend.same")
        : new Outcome.Write(new Amended(now, election, what, before, after, reason));
  }
}
