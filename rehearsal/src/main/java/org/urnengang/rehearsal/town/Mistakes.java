package org.urnengang.rehearsal.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.formats.folder.RecordedReport;

/** One report of the council's night is wrong and corrected later: two lines were swapped. */
final class Mistakes {
  private static final String DISTRICT = Town.AGS + "-1401";
  private static final String ONE = "D3";
  private static final String OTHER = "D4";
  private static final int MINUTES = 19;

  private Mistakes() {}

  static List<RecordedReport> corrected(List<RecordedReport> reports) {
    List<RecordedReport> night = new ArrayList<>();
    for (RecordedReport report : reports) {
      if (report.district().equals(DISTRICT)) {
        Map<String, String> swapped = new LinkedHashMap<>(report.figures());
        swapped.put(ONE, report.figures().getOrDefault(OTHER, ""));
        swapped.put(OTHER, report.figures().getOrDefault(ONE, ""));
        night.add(with(report, 0, Optional.empty(), swapped));
        night.add(
            with(
                report,
                MINUTES,
                Optional.of("Stimmen von GRÜNE und AfD vertauscht"),
                report.figures()));
      } else {
        night.add(report);
      }
    }
    return night;
  }

  private static RecordedReport with(
      RecordedReport report, int minutes, Optional<String> reason, Map<String, String> figures) {
    return new RecordedReport(
        report.election(), report.district(), report.at().plusMinutes(minutes), reason, figures);
  }
}
