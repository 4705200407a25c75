package org.urnengang.rules.record;

import java.util.List;

/**
 * Plausibilitätsmeldung: what a check found in a report.
 *
 * @param code the check
 * @param severity how much it weighs
 * @param fields the letters concerned, in the order of the form
 * @param text one German sentence that says what is wrong and what to look at
 */
public record Finding(FindingCode code, Severity severity, List<String> fields, String text) {
  public Finding {
    fields = List.copyOf(fields);
  }

  static Finding error(FindingCode code, List<String> fields, String text) {
    return new Finding(code, Severity.ERROR, fields, text);
  }
}
