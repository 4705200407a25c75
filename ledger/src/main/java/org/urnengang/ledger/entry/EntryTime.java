package org.urnengang.ledger.entry;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Times as an entry spells them, in one way only (RFC 3339): to the second, {@code
 * 2017-09-24T18:07:00+02:00}.
 */
public final class EntryTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

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
    return FORM.format(at);
  }

  /**
   * The time of a text.
   *
   * @throws InvalidEntry if it is not spelt in the one way
   */
  public static OffsetDateTime of(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text, FORM);
      if (text(at).equals(text)) {
        return at;
      }
    } catch (DateTimeException e) {
      throw new InvalidEntry("„" + text + "“ ist kein Zeitpunkt", e);
    }
    throw new InvalidEntry("„" + text + "“ ist kein Zeitpunkt");
  }
}
