package org.urnengang.presentation.result;

import java.util.Optional;
import org.urnengang.rules.election.BallotOption;

/**
 * Stimmen eines Wahlvorschlags in one area.
 *
 * @param option the party, list or answer
 * @param nominee the candidate, where one person stands for it in the whole area
 * @param votes its votes
 * @param share its share of the valid votes, empty while there are none
 */
public record OptionResult(
    BallotOption option, Optional<String> nominee, long votes, Optional<Share> share) {

  public int no() {
    return option.no();
  }
}
