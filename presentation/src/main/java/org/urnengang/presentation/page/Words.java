package org.urnengang.presentation.page;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.urnengang.presentation.result.Share;

/** The words, numbers and times of one language. */
public final class Words {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Language language;
  private final Locale locale;
  private final ResourceBundle bundle;
  private final ConcurrentMap<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final DateTimeFormatter second;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter shortDate;
  private final DateTimeFormatter longDate;
  private final DateTimeFormatter weekday;

  private Words(Language language) {
    this.language = language;
    this.locale = language.locale();
    this.bundle =
        ResourceBundle.getBundle(
            "org.urnengang.presentation.page.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.second = DateTimeFormatter.ofPattern("HH:mm:ss", locale);
    this.minute = DateTimeFormatter.ofPattern("HH:mm", locale);
    this.shortDate = DateTimeFormatter.ofPattern("dd.MM.yyyy", locale);
    String date = language == Language.ENGLISH ? "d\u00a0MMMM yyyy" : "d.\u00a0MMMM yyyy";
    this.longDate = DateTimeFormatter.ofPattern(date, locale);
    this.weekday = DateTimeFormatter.ofPattern("EEEE, " + date, locale);
  }

  /** The words of a language. */
  public static Words of(Language language) {
    return new Words(language);
  }

  /** German. */
  public static Words german() {
    return of(Language.GERMAN);
  }

  /** The language as HTML names it. */
  public String language() {
    return language.tag();
  }

  /** What addresses of this language begin with. */
  public String prefix() {
    return language.prefix();
  }

  /** A text of the bundle; whole numbers among the arguments are written with separators. */
  public String text(String key, Object... arguments) {
    if (arguments.length == 0) {
      return bundle.getString(key);
    }
    MessageFormat format =
        formats.computeIfAbsent(key, _ -> new MessageFormat(bundle.getString(key), locale));
    synchronized (format) {
      return format.format(choosesByNumber(format) ? arguments : written(arguments));
    }
  }

  private static boolean choosesByNumber(MessageFormat format) {
    return Arrays.stream(format.getFormats()).anyMatch(ChoiceFormat.class::isInstance);
  }

  private Object[] written(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Number whole ? number(whole.longValue()) : argument)
        .toArray();
  }

  /** A text that exists only for some values of its key. */
  public Optional<String> optional(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  /** A whole number, not negative: 89.523. */
  public String number(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, bundle.getString("thousands"));
    }
    return digits.toString();
  }

  /** A share in percent: 38,2 %. */
  public String percent(Share share) {
    return tenths(share.tenths()) + NO_BREAK_SPACE + '%';
  }

  /** Tenths as a number with one decimal: 38,2. */
  public String tenths(long tenths) {
    return number(tenths / 10) + bundle.getString("decimal") + tenths % 10;
  }

  /** 20:47:31. */
  public String second(OffsetDateTime at) {
    return second.format(at);
  }

  /** 20:47. */
  public String minute(OffsetDateTime at) {
    return minute.format(at);
  }

  /** 24.09.2017. */
  public String date(LocalDate date) {
    return shortDate.format(date);
  }

  /** 24. September 2017. */
  public String longDate(LocalDate date) {
    return longDate.format(date);
  }

  /** Sonntag, 24. September 2017. */
  public String weekday(LocalDate date) {
    return weekday.format(date);
  }
}
