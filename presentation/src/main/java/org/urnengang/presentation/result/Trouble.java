package org.urnengang.presentation.result;

import java.time.OffsetDateTime;

/** Why this node does not show what the office may have released since. */
public sealed interface Trouble {

  /**
   * A verified entry could not be applied.
   *
   * @param reason what was wrong with it
   */
  record Stopped(String reason) implements Trouble {}

  /**
   * Nothing that the day is followed from answers.
   *
   * @param since when it was last reached
   */
  record Alone(OffsetDateTime since) implements Trouble {}
}
