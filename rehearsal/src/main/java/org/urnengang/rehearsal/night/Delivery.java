package org.urnengang.rehearsal.night;

import java.time.Duration;
import java.util.List;
import org.urnengang.formats.folder.RecordedReport;

/** What became of a report. */
public sealed interface Delivery {

  RecordedReport report();

  /** How many requests it took, all with the same key. */
  int requests();

  /**
   * The office acknowledged it.
   *
   * @param latency from the last request to its answer
   */
  record Accepted(RecordedReport report, int requests, Duration latency) implements Delivery {}

  /**
   * The office refused it; a repetition would not help.
   *
   * @param status of the HTTP answer
   * @param codes of the answer, or {@code HTTP_404} if it names none
   */
  record Refused(
      RecordedReport report, int requests, Duration latency, int status, List<String> codes)
      implements Delivery {
    public Refused {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The office did not answer within the patience.
   *
   * @param problem what the last request met
   */
  record Unanswered(RecordedReport report, int requests, String problem) implements Delivery {}
}
