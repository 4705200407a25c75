package org.urnengang.office.roll;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as files and tables keep them, 2001-05-31, read ten times as fast as a formatter does. */
final class IsoDay {
  private static final int LENGTH = 10;

  private IsoDay() {}

  /** The day; a {@link DateTimeException} if there is none. */
  static LocalDate parse(String text) {
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("not a day");
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, LENGTH));
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a number");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
