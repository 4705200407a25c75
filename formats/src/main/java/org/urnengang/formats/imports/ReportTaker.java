package org.urnengang.formats.imports;

import java.util.function.Consumer;
import org.urnengang.formats.folder.RecordedReport;

/** Who is told of a followed night: an office, for example. */
@FunctionalInterface
public interface ReportTaker {

  /**
   * Takes a report or correction. If it throws, the whole state comes again with the next look.
   *
   * @return what became of it; what was refused comes again with the next state
   */
  Taken take(RecordedReport report);

  /** What became of figures that were handed on. */
  sealed interface Taken {
    /** The first of their district. */
    record Reported() implements Taken {}

    /** Others were there before. */
    record Corrected() implements Taken {}

    /** The same were there before. */
    record Known() implements Taken {}

    /**
     * They were not taken.
     *
     * @param reason one German sentence
     */
    record Refused(String reason) implements Taken {}
  }

  /** Takes whatever comes. */
  static ReportTaker all(Consumer<RecordedReport> consumer) {
    return report -> {
      consumer.accept(report);
      return report.isCorrection() ? new Taken.Corrected() : new Taken.Reported();
    };
  }
}
