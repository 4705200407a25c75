package org.urnengang.rules.record;

import java.util.Locale;

/** How much a {@link Finding} weighs. */
public enum Severity {
  /** Impossible: the report is refused. */
  ERROR,
  /** Unusual: accepted with a typed reason. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** The word used in files and answers: the name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
