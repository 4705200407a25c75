package org.urnengang.formats.imports;

import java.util.Optional;
import java.util.function.Consumer;
import org.urnengang.formats.folder.RecordedReport;

/** Who is told of a followed night: an office, for example. */
@FunctionalInterface
public interface ReportTaker {

  /**
   * Takes a report or correction. If it throws, the whole state comes again with the next look.
   *
   * @return empty, or why it was refused in one German sentence; it comes again with the next state
   */
  Optional<String> take(RecordedReport report);

  /** Takes whatever comes. */
  static ReportTaker all(Consumer<RecordedReport> consumer) {
    return report -> {
      consumer.accept(report);
      return Optional.empty();
    };
  }
}
