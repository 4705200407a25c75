package org.urnengang.presentation.votemanager;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.presentation.result.Share;

/** How votemanager writes times, numbers and shares in JSON. */
final class Written {
  /** The layout that is followed. */
  private static final String FILE_VERSION = "26.09.01";

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss SSS");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
  private static final int HUNDREDTHS = 10_000;

  private Written() {}

  /** The end of every file: its layout and when it was made. */
  static JsonValue.Builder stamped(JsonValue.Builder file, OffsetDateTime at) {
    return file.put("file_version", FILE_VERSION).put("file_timestamp", TIMESTAMP.format(at));
  }

  static String minute(OffsetDateTime at) {
    return MINUTE.format(at);
  }

  /** {@code 25.850}, nothing where the number is not known. */
  static String number(OptionalLong number) {
    return number.isPresent() ? number(number.getAsLong()) : "";
  }

  static String number(long number) {
    return String.format(Locale.GERMANY, "%,d", number);
  }

  /** {@code 30,54 %}, nothing where the share is not known. */
  static String percent(Optional<Share> share) {
    return share
        .map(Written::hundredths)
        .map(part -> String.format(Locale.ROOT, "%d,%02d %%", part / 100, part % 100))
        .orElse("");
  }

  /** {@code 30.54} as a number. */
  static JsonValue points(Share share) {
    long part = hundredths(share);
    return part % 100 == 0 ? JsonValue.of(part / 100) : new JsonDouble(part / 100.0);
  }

  /** Hundredths of a percent. */
  private static long hundredths(Share share) {
    return (share.part() * 2 * HUNDREDTHS + share.whole()) / (2 * share.whole());
  }
}
