package org.urnengang.ledger.entry;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as an entry spells them, in one way only (RFC 3339): to the second, {@code
 * 2017-09-24T18:07:00+02:00}.
 */
public final class EntryTime {
  private static final int LENGTH = "2017-09-24T18:07:00".length();
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
  private static final String OFFSET_SHAPE = "dd:dd";

  private EntryTime() {}

  /**
   * The text of a time.
   *
   * @throws InvalidEntry if it is finer than a second or outside the years 0 to 9999
   */
  public static String text(OffsetDateTime at) {
    boolean fits =
        at.getNano() == 0
            && at.getOffset().getTotalSeconds() % 60 == 0
            && at.getYear() >= 0
            && at.getYear() <= 9999;
    if (!fits) {
      throw new InvalidEntry("Der Zeitpunkt " + at + " ist nicht auf die Sekunde");
    }
    StringBuilder text = new StringBuilder(LENGTH + 6);
    append(text, at.getYear() / 100);
    append(text, at.getYear() % 100);
    append(text.append('-'), at.getMonthValue());
    append(text.append('-'), at.getDayOfMonth());
    append(text.append('T'), at.getHour());
    append(text.append(':'), at.getMinute());
    append(text.append(':'), at.getSecond());
    return text.append(at.getOffset().getId()).toString();
  }

  private static void append(StringBuilder text, int twoDigits) {
    text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
  }

  /**
   * The time of a text.
   *
   * @throws InvalidEntry if it is not spelt in the one way
   */
  public static OffsetDateTime of(String text) {
    try {
      if (text.length() > LENGTH && has(SHAPE, text, 0)) {
        return OffsetDateTime.of(
            100 * number(text, 0) + number(text, 2),
            number(text, 5),
            number(text, 8),
            number(text, 11),
            number(text, 14),
            number(text, 17),
            0,
            offset(text));
      }
    } catch (DateTimeException e) {
      throw new InvalidEntry("„" + text + "“ ist kein Zeitpunkt", e);
    }
    throw new InvalidEntry("„" + text + "“ ist kein Zeitpunkt");
  }

  /** Z, or hours and minutes that are not zero. */
  private static ZoneOffset offset(String text) {
    char sign = text.charAt(LENGTH);
    if (sign == 'Z' && text.length() == LENGTH + 1) {
      return ZoneOffset.UTC;
    }
    boolean spelt =
        (sign == '+' || sign == '-')
            && text.length() == LENGTH + 1 + OFFSET_SHAPE.length()
            && has(OFFSET_SHAPE, text, LENGTH + 1);
    int factor = sign == '-' ? -1 : 1;
    ZoneOffset offset =
        spelt
            ? ZoneOffset.ofHoursMinutes(
                factor * number(text, LENGTH + 1), factor * number(text, LENGTH + 4))
            : ZoneOffset.UTC;
    if (offset.equals(ZoneOffset.UTC)) {
      throw new InvalidEntry("„" + text + "“ ist kein Zeitpunkt");
    }
    return offset;
  }

  private static boolean has(String shape, String text, int from) {
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      boolean fits = shape.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == shape.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
  }
}
