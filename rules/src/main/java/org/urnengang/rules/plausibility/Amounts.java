package org.urnengang.rules.plausibility;

import java.util.List;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Severity;

/** Shares in per mille and how people read them. */
final class Amounts {
  private static final int PER_MILLE = 1_000;

  private Amounts() {}

  /** Whether {@code part} is at least this share of {@code whole}. */
  static boolean isAtLeast(long part, int perMille, long whole) {
    return part * PER_MILLE >= perMille * whole;
  }

  static boolean isMoreThan(long part, int perMille, long whole) {
    return part * PER_MILLE > perMille * whole;
  }

  /** A share such as {@code 8,4 %}, rounded. */
  static String percent(long part, long whole) {
    return percent(Fixed.ratio(part, Math.max(1, whole)));
  }

  /** A fixed share such as {@code 8,4 %}, rounded. */
  static String percent(long fixed) {
    long perMille = (Math.abs(fixed) * PER_MILLE + Fixed.ONE / 2) >> Fixed.PLACES;
    return perMille / 10 + "," + perMille % 10 + " %";
  }

  static long perMille(long fixed) {
    return (fixed * PER_MILLE) >> Fixed.PLACES;
  }

  /** The nearest whole number. */
  static long rounded(long fixed) {
    return (fixed + Fixed.ONE / 2) >> Fixed.PLACES;
  }

  static Finding warning(FindingCode code, List<String> fields, String text) {
    return new Finding(code, Severity.WARNING, fields, text);
  }

  static Finding info(FindingCode code, List<String> fields, String text) {
    return new Finding(code, Severity.INFO, fields, text);
  }
}
