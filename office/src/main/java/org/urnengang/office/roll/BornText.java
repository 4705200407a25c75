package org.urnengang.office.roll;

import org.urnengang.rules.eligibility.BirthDate;

/** Birth dates as the tables keep them: 1954-07-04, unknown parts as 00. */
final class BornText {
  private BornText() {}

  static String of(BirthDate born) {
    char[] text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
    digits(text, 3, born.year());
    digits(text, 6, born.month());
    digits(text, 9, born.day());
    return new String(text);
  }

  private static void digits(char[] text, int last, int number) {
    int at = last;
    for (int rest = number; rest > 0; rest /= 10) {
      text[at] = (char) ('0' + rest % 10);
      at--;
    }
  }
}
