package org.urnengang.office.capture;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;

/** What came of a request. */
sealed interface Outcome {
  /**
   * Done and committed.
   *
   * @param status 201 for a first report, else 200
   * @param state the state of the district from then on: submitted or released
   * @param entry id of the ledger entry, if released
   * @param at when
   */
  record Accepted(int status, String state, OptionalLong entry, OffsetDateTime at)
      implements Outcome {}

  /** Does not fit what was accepted before. */
  record Conflict(ConflictCode code) implements Outcome {}

  /** Cannot be right; nothing was stored. */
  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * More requests wait than can be served, or the database is away: try again with the same key.
   */
  record Busy() implements Outcome {}
}
