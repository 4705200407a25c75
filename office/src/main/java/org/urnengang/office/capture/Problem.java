package org.urnengang.office.capture;

import java.util.List;
import org.urnengang.rules.record.Finding;

/**
 * One reason why a report was refused.
 *
 * @param code stable code
 * @param severity error, warning or info
 * @param fields the letters concerned
 * @param text one German sentence
 */
public record Problem(String code, String severity, List<String> fields, String text) {
  public Problem {
    fields = List.copyOf(fields);
  }

  static Problem of(Finding finding) {
    return new Problem(
        finding.code().name(), finding.severity().key(), finding.fields(), finding.text());
  }
}
