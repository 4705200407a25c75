package org.urnengang.rules.seats.divisor;

import java.util.Collection;
import java.util.Collections;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.Share;

/** Where the two implementations read a law differently, so that nothing is published. */
final class Readings {
  private Readings() {}

  /** § 2 Abs. 4 EuWG: one further seat for the majority, or as many as it takes. */
  static boolean isMajorityDisputed(EuropeanElection election) {
    Share threshold = election.rules().threshold().value();
    return hasMajority(
        election.nominations().values().stream()
            .map(EuropeanElection.Nomination::votes)
            .filter(votes -> threshold.isReachedBy(votes, election.validVotes()))
            .toList());
  }

  /** § 33 Abs. 4 KWahlG NRW: which list gives up a seat to the majority, and how many. */
  static boolean isMajorityDisputed(CouncilElection election) {
    long cast = election.contenders().values().stream().mapToLong(Contender::votes).sum();
    Share threshold = election.rules().threshold().value();
    return hasMajority(
        election.contenders().values().stream()
            .filter(Contender::hasList)
            .map(Contender::votes)
            .filter(votes -> threshold.isReachedBy(votes, cast))
            .toList());
  }

  private static boolean hasMajority(Collection<Long> votes) {
    long all = votes.stream().mapToLong(Long::longValue).sum();
    return !votes.isEmpty() && 2 * Collections.max(votes) > all;
  }
}
