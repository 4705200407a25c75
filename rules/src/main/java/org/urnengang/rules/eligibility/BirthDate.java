package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Geburtsdatum, as registers keep it (§ 3 Abs. 1 Nr. 6 BMG): month and day may be unknown. Then the
 * latest possible day counts, so that nobody votes too early.
 *
 * @param month 1 to 12, 0 if unknown
 * @param day 1 to 31, 0 if unknown
 */
public record BirthDate(int year, int month, int day) {
  private static final Pattern WRITTEN = Pattern.compile("([12][0-9]{3})-([0-9]{2})-([0-9]{2})");
  private static final int DECEMBER = 12;

  public BirthDate {
    boolean exists =
        month == 0
            ? day == 0
            : month <= DECEMBER
                && month > 0
                && day >= 0
                && day <= YearMonth.of(year, month).lengthOfMonth();
    if (!exists) {
      throw new IllegalArgumentException("no such day");
    }
  }

  /** The date that is written like 1954-07-04, 1954-07-00 or 1954-00-00; empty if none is. */
  public static Optional<BirthDate> of(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BirthDate(
              Integer.parseInt(written.group(1)),
              Integer.parseInt(written.group(2)),
              Integer.parseInt(written.group(3))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The latest day that it can be. */
  public LocalDate latest() {
    if (month == 0) {
      return LocalDate.of(year, DECEMBER, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  /**
   * The first day on which these years of life are completed (§ 187 Abs. 2 Satz 2, § 188 Abs. 2
   * BGB): the birthday itself, and 1 March for who is born on 29 February.
   */
  public LocalDate completed(int years) {
    LocalDate birthday = latest().plusYears(years);
    return birthday.getDayOfMonth() == latest().getDayOfMonth() ? birthday : birthday.plusDays(1);
  }

  @Override
  public String toString() {
    return "BirthDate";
  }
}
