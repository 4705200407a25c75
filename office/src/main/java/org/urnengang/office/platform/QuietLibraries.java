package org.urnengang.office.platform;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from telling about their ordinary course before logging is configured. */
final class QuietLibraries {
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("org.flywaydb"));

  private QuietLibraries() {}

  static void hush() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
