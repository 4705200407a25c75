package org.urnengang.rehearsal.night;

import java.time.Duration;
import java.util.Optional;

/** How fast a night is played. */
public sealed interface Pace {

  /** As fast as the office answers. */
  record Max() implements Pace {}

  /**
   * As it was recorded, only faster.
   *
   * @param factor how many times as fast as real time, above 0
   */
  record Times(double factor) implements Pace {
    public Times {
      if (!(factor > 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException("pace " + factor);
      }
    }
  }

  /** The pace of {@code max} or of a number above 0, empty for anything else. */
  static Optional<Pace> parse(String text) {
    if (text.equals("max")) {
      return Optional.of(new Max());
    }
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") || Double.parseDouble(text) == 0) {
      return Optional.empty();
    }
    return Optional.of(new Times(Double.parseDouble(text)));
  }

  /** How long after the start something is due that came that long after the first report. */
  default Duration due(Duration recorded) {
    return switch (this) {
      case Max() -> Duration.ZERO;
      case Times(var factor) -> Duration.ofNanos((long) (recorded.toNanos() / factor));
    };
  }
}
