package org.urnengang.rules.record;

import java.util.List;
import java.util.Map;

/**
 * Schnellmeldung wie eingegeben (§ 71 BWO): letters and numbers as typed, before any check.
 *
 * @param figures number by letter, as decimal text; blank is as good as absent; {@code A} may be
 *     given and is checked, not kept
 * @param subtotals Zwischensummen ZS I, II, III by letter (§ 69 BWO), where they are reported
 */
public record Report(Map<String, String> figures, Map<String, List<String>> subtotals) {
  public Report {
    figures = Map.copyOf(figures);
    subtotals = Map.copyOf(subtotals);
  }
}
