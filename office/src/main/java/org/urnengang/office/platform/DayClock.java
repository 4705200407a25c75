package org.urnengang.office.platform;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Uhr des Wahltags: legal time (§ 4 EinhZeitG), to the second. A rehearsal's is simulated: it runs
 * from where it was last set and can be set forward, never back.
 */
public final class DayClock {
  private static final ZoneId LEGAL_TIME = ZoneId.of("Europe/Berlin");

  private final boolean real;
  private OffsetDateTime setTo;
  private long setAtNanos;

  private DayClock(boolean real, OffsetDateTime setTo) {
    this.real = real;
    this.setTo = setTo;
    this.setAtNanos = System.nanoTime();
  }

  /** The clock of a real election day. */
  public static DayClock real() {
    return new DayClock(true, OffsetDateTime.now(LEGAL_TIME));
  }

  /** The clock of a rehearsal that begins or goes on at this time. */
  public static DayClock rehearsal(OffsetDateTime start) {
    return new DayClock(false, start);
  }

  /** The same moment in legal time. */
  public static OffsetDateTime legal(OffsetDateTime time) {
    return time.atZoneSameInstant(LEGAL_TIME).toOffsetDateTime();
  }

  public boolean isReal() {
    return real;
  }

  /** The time now. */
  public synchronized OffsetDateTime now() {
    OffsetDateTime now =
        real
            ? OffsetDateTime.now(LEGAL_TIME)
            : legal(setTo.plus(Duration.ofNanos(System.nanoTime() - setAtNanos)));
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Sets a rehearsal's clock forward; a time that has passed changes nothing. */
  public synchronized void forwardTo(OffsetDateTime time) {
    if (real) {
      throw new IllegalStateException("a real day's clock is not set");
    }
    if (time.isAfter(now())) {
      setTo = time;
      setAtNanos = System.nanoTime();
    }
  }
}
