package org.urnengang.rules.seats.trail;

import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.SeatTable.Span;
import org.urnengang.rules.seats.Share;

/** Whole numbers and fractions as German tables print them. */
final class Numerals {
  private static final int PLACES = 3;
  private static final long FINEST = 1_000_000;

  private Numerals() {}

  /** 12.447.656. */
  static String whole(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, '.');
    }
    return digits.toString();
  }

  /** 62.202,275: cut off after three places, so that it never claims to be more. */
  static String cut(Fraction fraction) {
    String text = fraction.truncated(PLACES);
    int comma = text.indexOf(',');
    return whole(Long.parseLong(text.substring(0, comma))) + text.substring(comma);
  }

  static String share(Share share) {
    return 100 % share.denominator() == 0
        ? share.numerator() * (100 / share.denominator()) + " %"
        : share.numerator() + "/" + share.denominator();
  }

  /**
   * The roundest number of a span: low &lt; d ≤ high.
   *
   * @return its value, or the upper end itself where no short number lies inside
   */
  static Fraction roundest(Span span) {
    Fraction high = span.high().orElse(span.low());
    for (long unit = 1_000_000_000L; unit >= 1; unit /= 10) {
      Fraction candidate = Fraction.of(high.floor() / unit * unit);
      if (isInside(candidate, span)) {
        return candidate;
      }
    }
    for (long scale = 10;
        scale <= FINEST && high.numerator() < Long.MAX_VALUE / scale;
        scale *= 10) {
      Fraction candidate = new Fraction(high.numerator() * scale / high.denominator(), scale);
      if (isInside(candidate, span)) {
        return candidate;
      }
    }
    return high;
  }

  private static boolean isInside(Fraction candidate, Span span) {
    return candidate.compareTo(span.low()) > 0
        && candidate.numerator() > 0
        && span.high().filter(high -> candidate.compareTo(high) <= 0).isPresent();
  }

  /** A divisor without places that say nothing: 62.300 or 0,25. */
  static String divisor(Fraction divisor) {
    return divisor.numerator() % divisor.denominator() == 0
        ? whole(divisor.floor())
        : cut(divisor).replaceFirst("0+$", "");
  }
}
