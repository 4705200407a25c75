package org.urnengang.office.capture;

import java.util.List;
import org.urnengang.rules.record.Figures;

/** What somebody wants of a district's report, checked as far as that needs no database. */
sealed interface Action {
  /** The status of the answer when it is done. */
  default int status() {
    return this instanceof Submit ? 201 : 200;
  }

  /**
   * A first report.
   *
   * @param release whether it is released at once
   * @param replace whether it may take the place of one that was submitted only
   */
  record Submit(Figures figures, boolean release, boolean replace) implements Action {}

  /** The submitted report becomes part of the ledger. */
  record Release() implements Action {}

  /** Other figures for a released report. */
  record Correct(Figures figures, String reason) implements Action {}

  /** Not acceptable, whatever the district's state; only a repeated key is answered otherwise. */
  record Refuse(List<Problem> problems) implements Action {
    public Refuse {
      problems = List.copyOf(problems);
    }
  }
}
