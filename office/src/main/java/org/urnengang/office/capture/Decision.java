package org.urnengang.office.capture;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.fold.PublicationGate;
import org.urnengang.office.capture.CaptureState.Missing;
import org.urnengang.office.capture.CaptureState.Released;
import org.urnengang.office.capture.CaptureState.Submitted;
import org.urnengang.rules.record.Figures;

/** What an action does to a district in its present state. */
sealed interface Decision {
  /**
   * It is done.
   *
   * @param figures the district's figures from now on
   * @param entries what goes into the ledger; if nothing, the report is only submitted
   */
  record Accept(Figures figures, List<Entry> entries) implements Decision {
    public Accept {
      entries = List.copyOf(entries);
    }
  }

  /** It does not fit the present state. */
  record Clash(ConflictCode code) implements Decision {}

  /** It is refused in any state. */
  record Deny(List<Problem> problems) implements Decision {
    public Deny {
      problems = List.copyOf(problems);
    }
  }

  /** Before the polls close. */
  record TooEarly() implements Decision {}

  /** The correction says what is there already. */
  record Unchanged() implements Decision {}

  static Decision of(Submission submission, CaptureState state, OffsetDateTime at) {
    if (submission.action() instanceof Action.Refuse refuse) {
      return new Deny(refuse.problems());
    }
    if (!PublicationGate.isOpen(submission.election().election().pollsClose().at(), at)) {
      return new TooEarly();
    }
    return switch (submission.action()) {
      case Action.Submit submit -> submit(submission, submit, state, at);
      case Action.Release _ -> release(submission, state, at);
      case Action.Correct correct -> correct(submission, correct, state, at);
      case Action.Refuse refuse -> new Deny(refuse.problems());
    };
  }

  private static Decision submit(
      Submission submission, Action.Submit submit, CaptureState state, OffsetDateTime at) {
    boolean free = state instanceof Missing || (submit.replace() && state instanceof Submitted);
    if (!free) {
      return new Clash(ConflictCode.ALREADY_REPORTED);
    }
    List<Entry> entries =
        submit.release() ? List.of(reported(submission, submit.figures(), at)) : List.of();
    return new Accept(submit.figures(), entries);
  }

  private static Decision release(Submission submission, CaptureState state, OffsetDateTime at) {
    return state instanceof Submitted submitted
        ? new Accept(submitted.figures(), List.of(reported(submission, submitted.figures(), at)))
        : new Clash(ConflictCode.NOT_SUBMITTED);
  }

  private static Decision correct(
      Submission submission, Action.Correct correct, CaptureState state, OffsetDateTime at) {
    if (!(state instanceof Released released)) {
      return new Clash(ConflictCode.NOT_RELEASED);
    }
    if (released.figures().equals(correct.figures())) {
      return new Unchanged();
    }
    return new Accept(correct.figures(), corrected(submission, released.figures(), correct, at));
  }

  private static DistrictReported reported(
      Submission submission, Figures figures, OffsetDateTime at) {
    return new DistrictReported(
        at,
        submission.election().election().key(),
        submission.district().area().id(),
        Entry.figures(figures.toMap()));
  }

  /**
   * An entry with the letters that differ. A correction replaces numbers only: where a letter comes
   * or goes, the report is withdrawn and given anew.
   */
  private static List<Entry> corrected(
      Submission submission, Figures before, Action.Correct correct, OffsetDateTime at) {
    String election = submission.election().election().key();
    String district = submission.district().area().id();
    Map<String, Integer> old = before.toMap();
    Map<String, Integer> now = correct.figures().toMap();
    if (!old.keySet().equals(now.keySet())) {
      return List.of(
          new Withdrawn(at, election, district, correct.reason()),
          reported(submission, correct.figures(), at));
    }
    SortedMap<String, Integer> changedFrom = new TreeMap<>();
    SortedMap<String, Integer> changedTo = new TreeMap<>();
    old.forEach(
        (letter, count) -> {
          Integer other = now.get(letter);
          if (other != null && !other.equals(count)) {
            changedFrom.put(letter, count);
            changedTo.put(letter, other);
          }
        });
    return List.of(new Corrected(at, election, district, changedFrom, changedTo, correct.reason()));
  }
}
