package org.urnengang.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, which a test may set forward. */
final class TestClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void forward(Duration by) {
    ahead = ahead.plus(by);
  }
}
