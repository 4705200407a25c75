package org.urnengang.rules.election;

import java.util.Optional;

/**
 * Abstimmungsfrage eines Bürgerentscheids (§ 26 Abs. 7 GO NRW).
 *
 * @param text the question, to be answered by yes or no
 * @param quorumPercent share of the entitled that the majority must reach, in percent
 * @param quorumLaw the paragraph that fixes it
 * @param entitled number of entitled people (Abstimmungsberechtigte) where it is known beforehand
 */
public record Question(
    String text, int quorumPercent, String quorumLaw, Optional<Integer> entitled) {
  public Question {
    if (quorumPercent < 0 || quorumPercent > 100) {
      throw new InvalidElection("Ein Quorum von " + quorumPercent + " % gibt es nicht");
    }
    if (entitled.filter(number -> number < 0).isPresent()) {
      throw new InvalidElection("Die Zahl der Abstimmungsberechtigten ist negativ");
    }
  }

  /** Option number of yes on a referendum's ballot. */
  public static final int YES = 1;

  /** Option number of no on a referendum's ballot. */
  public static final int NO = 2;
}
