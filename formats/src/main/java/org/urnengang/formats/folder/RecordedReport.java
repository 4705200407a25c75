package org.urnengang.formats.folder;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Schnellmeldung einer Wahlnacht (§ 71 BWO) as it came: one row of {@code records.csv}.
 *
 * @param election key of the election
 * @param district id of the district
 * @param at when it came
 * @param reason why it corrects an earlier report of the district, empty for the first one
 * @param figures number by letter in the order of the form; a letter that is not on it is absent
 */
public record RecordedReport(
    String election,
    String district,
    OffsetDateTime at,
    Optional<String> reason,
    Map<String, String> figures) {
  public RecordedReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public boolean isCorrection() {
    return reason.isPresent();
  }
}
