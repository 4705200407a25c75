package org.urnengang.presentation.node;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as HTTP writes it (RFC 9110, 5.6.7), with two digits for the day. */
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private HttpDate() {}

  static String of(OffsetDateTime at) {
    return FORMAT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
  }

  static String now(Clock clock) {
    return of(clock.instant().atOffset(ZoneOffset.UTC));
  }
}
