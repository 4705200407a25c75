package org.urnengang.rules.decision;

import org.urnengang.rules.election.Question;

/**
 * Ergebnis eines Bürgerentscheids (§ 26 Abs. 7 GO NRW): decided in the sense of the majority of the
 * valid votes, if that majority reaches the quorum of all entitled. A tie is a no.
 *
 * @param verdict what is decided
 * @param quorum votes that a majority for yes needs
 * @param missing votes that the yes side lacks for the quorum, 0 when it is reached
 */
public record ReferendumDecision(Verdict verdict, long quorum, long missing) {

  /** What a referendum decides. */
  public enum Verdict {
    /** The question is answered by yes; it has the effect of a decision of the council. */
    YES,
    /** No or a tie: everything stays as it is, which needs no quorum. */
    NO,
    /** A majority for yes that is too small: everything stays as it is. */
    QUORUM_MISSED
  }

  /**
   * The decision on these votes.
   *
   * @param entitled all entitled people (Abstimmungsberechtigte), not only those counted so far
   */
  public static ReferendumDecision of(Question question, long entitled, long yes, long no) {
    long quorum = Math.ceilDiv(Math.multiplyExact(entitled, (long) question.quorumPercent()), 100L);
    Verdict verdict = yes <= no ? Verdict.NO : yes >= quorum ? Verdict.YES : Verdict.QUORUM_MISSED;
    return new ReferendumDecision(verdict, quorum, Math.max(0, quorum - yes));
  }
}
