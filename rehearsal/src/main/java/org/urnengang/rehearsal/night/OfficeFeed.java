package org.urnengang.rehearsal.night;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.formats.imports.ReportTaker;
import org.urnengang.rules.election.ElectionDay;

/**
 * Submits the reports of a followed night to an office. What the office has already from before a
 * restart becomes a correction, or nothing where it is the same.
 */
public final class OfficeFeed implements ReportTaker, AutoCloseable {
  private static final String ALREADY_REPORTED = "ALREADY_REPORTED";
  private static final String NOTHING_CHANGED = "NOTHING_CHANGED";

  private final ReportClient client;

  /** An office that gave no answer. */
  public static final class OfficeSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OfficeSilent(String problem) {
      super(problem);
    }
  }

  /**
   * A feed into an office.
   *
   * @param day the day as the office has it
   * @param office its address
   * @param token by what the office knows the feed
   */
  public OfficeFeed(ElectionDay day, URI office, Patience patience, Optional<String> token) {
    this.client = new ReportClient(day, office, patience, token);
  }

  /**
   * Submits and releases a report or correction.
   *
   * @throws OfficeSilent if the office does not answer within the patience
   */
  @Override
  public Taken take(RecordedReport report) {
    return switch (deliver(report)) {
      case Delivery.Accepted accepted ->
          report.isCorrection() ? new Taken.Corrected() : new Taken.Reported();
      case Delivery.Unanswered silent -> throw new OfficeSilent(silent.problem());
      case Delivery.Refused refused -> answer(report, refused.codes());
    };
  }

  private Taken answer(RecordedReport report, List<String> codes) {
    if (!report.isCorrection() && codes.contains(ALREADY_REPORTED)) {
      return take(
          new RecordedReport(
              report.election(),
              report.district(),
              report.at(),
              Optional.of("Die Quelle nennt andere Zahlen"),
              report.figures()));
    }
    return codes.equals(List.of(NOTHING_CHANGED))
        ? new Taken.Known()
        : new Taken.Refused(
            "Das Wahlamt nimmt die Meldung nicht an: " + String.join(", ", codes) + '.');
  }

  private Delivery deliver(RecordedReport report) {
    try {
      return client.deliver(report, report.at());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OfficeSilent("abgebrochen");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
