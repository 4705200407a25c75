package org.urnengang.rehearsal.night;

import java.time.Duration;

/**
 * How long an office that does not answer is asked again, each time with the same key.
 *
 * @param firstPause before the first repetition; each further pause is twice as long
 * @param longestPause that no pause exceeds
 * @param answer how long an answer may take
 * @param total after which a report counts as unanswered
 */
public record Patience(
    Duration firstPause, Duration longestPause, Duration answer, Duration total) {

  /** Outlasts the restart of an office. */
  public static Patience usual() {
    return new Patience(
        Duration.ofMillis(100),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10));
  }

  Duration after(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(longestPause) < 0 ? twice : longestPause;
  }
}
