package org.urnengang.presentation.result;

import java.util.Locale;
import java.util.Optional;

/**
 * Anteil: votes of a whole, rounded half up by integers only.
 *
 * @param part the votes, not negative
 * @param whole what they are a part of, greater than zero
 */
public record Share(long part, long whole) {

  /** The share, empty when the whole is nothing. */
  public static Optional<Share> of(long part, long whole) {
    return whole > 0 ? Optional.of(new Share(part, whole)) : Optional.empty();
  }

  /** The share in units of 1 / {@code scale}, rounded half up. */
  private long rounded(long scale) {
    long twice = Math.addExact(Math.multiplyExact(part, 2 * scale), whole);
    return Math.floorDiv(twice, Math.multiplyExact(whole, 2L));
  }

  /** Tenths of a percent: 382 means 38.2 %. */
  public long tenths() {
    return rounded(1_000);
  }

  /** A fraction with four decimals, such as {@code 0.3576}. */
  public String decimal() {
    long tenThousandths = rounded(10_000);
    return String.format(Locale.ROOT, "%d.%04d", tenThousandths / 10_000, tenThousandths % 10_000);
  }

  /** A length inside a graphic whose whole width is {@code full}, such as {@code 82.35%}. */
  public static String width(long part, long full) {
    long hundredths = new Share(part, full).rounded(10_000);
    return String.format(Locale.ROOT, "%d.%02d%%", hundredths / 100, hundredths % 100);
  }
}
