package org.urnengang.rules.plausibility;

/**
 * What the surroundings let expect of one district: shares of the lines and the turnout, fixed.
 *
 * @param shares share of each line in the valid votes, their sum is about {@link Fixed#ONE}
 * @param turnout voters without Wahlschein of A1
 * @param invalid share of the invalid votes in B
 */
@SuppressWarnings("ArrayRecordComponent") // never shared or compared
record Expectation(long[] shares, long turnout, long invalid) {

  /** Votes expected on a line, fixed. */
  long votes(int line, long valid) {
    return valid * shares[line];
  }
}
