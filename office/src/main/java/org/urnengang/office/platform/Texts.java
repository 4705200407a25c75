package org.urnengang.office.platform;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the office's pages and answers in one language, from message bundles. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "org.urnengang.office.texts",
            locale,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The words of this language; German where it has none. */
  public static Texts in(Locale locale) {
    return new Texts(locale);
  }

  public Locale locale() {
    return locale;
  }

  /** A time of day as people say it. */
  public String time(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ofPattern(of("time.pattern"), locale));
  }

  /** A date and time as people say them. */
  public String dateTime(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ofPattern(of("dateTime.pattern"), locale));
  }

  /** A date and time to the second. */
  public String dateTimeSeconds(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ofPattern(of("dateTimeSeconds.pattern"), locale));
  }

  /** A date as people say it. */
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern(of("date.pattern"), locale));
  }

  /** A whole number with its separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** The text of a key with its arguments filled in, such as {@code {0}}. */
  public String of(String key, Object... arguments) {
    try {
      String pattern = bundle.getString(key);
      return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    } catch (MissingResourceException e) {
      throw new IllegalArgumentException("no text is called " + key, e);
    }
  }
}
