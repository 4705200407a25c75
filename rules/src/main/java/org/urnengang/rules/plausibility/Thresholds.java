package org.urnengang.rules.plausibility;

/**
 * Schwellen der Plausibilitätsprüfungen W01 to W18. No law sets them: they are settings of an
 * election, and {@link #PROPOSED} is a proposal.
 *
 * @param invalidShare W01: invalid votes of B, per mille
 * @param invalidTimes W01: as a multiple of the municipality's share
 * @param zeroExpected W03: votes expected where 0 stands
 * @param evidence W04 and W05: hundredths of a natural logarithm; how much likelier the report is
 *     with one slip undone, beyond the number of slips that could be made
 * @param leastVotes W04 and W05: a slip that moves fewer votes is not looked for
 * @param lastTimeShare W06: share against last time and the municipality's swing, per mille
 * @param lastTimeTurnout W06: the same of the turnout
 * @param turnoutLeast W07: voters without Wahlschein of A1, per mille
 * @param turnoutMost W07: the same at most
 * @param withWahlschein W08: B1 of B in a polling station, per mille
 * @param votesDiffer W09: first against second votes of a party beyond what is usual, per mille
 * @param invalidDiffer W10: difference of C and E, per mille of B
 * @param wahlscheineUsed W12: postal voters of Wahlscheine issued at least, per mille
 * @param countDiffers W13: ballots against marks and Wahlscheine, number
 * @param countDiffersShare W13: the same, per mille of B
 * @param fewVoters W14: voters below which the ballots of two districts are mixed
 * @param electionsDiffer W15: B of two elections in one district, per mille
 * @param fastVotes W17: more valid votes than this are not counted …
 * @param fastMinutes W17: … in this time after the close of the polls
 * @param seatChange W18: votes that would change a seat, per mille of the valid votes
 */
public record Thresholds(
    int invalidShare,
    int invalidTimes,
    int zeroExpected,
    int evidence,
    int leastVotes,
    int lastTimeShare,
    int lastTimeTurnout,
    int turnoutLeast,
    int turnoutMost,
    int withWahlschein,
    int votesDiffer,
    int invalidDiffer,
    int wahlscheineUsed,
    int countDiffers,
    int countDiffersShare,
    int fewVoters,
    int electionsDiffer,
    int fastVotes,
    int fastMinutes,
    int seatChange) {
  /** The proposal of {@code docs/law-open.md}. */
  public static final Thresholds PROPOSED =
      new Thresholds(
          30, 3, 10, 360, 10, 120, 150, 250, 850, 50, 150, 20, 750, 2, 5, 50, 50, 400, 20, 1);

  /** The same with another threshold of W04 and W05. */
  public Thresholds withEvidence(int hundredths) {
    return new Thresholds(
        invalidShare,
        invalidTimes,
        zeroExpected,
        hundredths,
        leastVotes,
        lastTimeShare,
        lastTimeTurnout,
        turnoutLeast,
        turnoutMost,
        withWahlschein,
        votesDiffer,
        invalidDiffer,
        wahlscheineUsed,
        countDiffers,
        countDiffersShare,
        fewVoters,
        electionsDiffer,
        fastVotes,
        fastMinutes,
        seatChange);
  }
}
