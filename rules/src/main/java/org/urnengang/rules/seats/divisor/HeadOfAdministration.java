package org.urnengang.rules.seats.divisor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.Stage;

/**
 * § 46c KWahlG NRW: Bürgermeister or Landrat is who has more than half of the valid votes (Abs. 2
 * Satz 2), a single candidate with a share of the entitled (Satz 3), else the better one in a
 * run-off (Abs. 3).
 */
final class HeadOfAdministration implements SeatLaw<MayorElection, MayorElection.Result> {
  private static final String LAW = "§ 46c Abs. 3 KWahlG NRW";

  @Override
  public LawKey<MayorElection, MayorElection.Result> key() {
    return Laws.BUERGERMEISTER_NRW;
  }

  @Override
  public Allocation<MayorElection.Result> calculate(MayorElection election, Lots lots) {
    Working working = new Working(lots);
    if (election.validVotes() == 0 && election.votes().size() > 1) {
      return working.undecidable(Reason.NO_VOTES);
    }
    return switch (election.round()) {
      case RUN_OFF ->
          working
              .choose(Stage.of(Stage.Kind.ELECTED), 1, from(election, most(election, 1)), 1, LAW)
              .then(best -> working.found(new MayorElection.Elected(best.first())));
      case FIRST ->
          election.votes().size() == 1 ? single(election, working) : first(election, working);
    };
  }

  private static Allocation<MayorElection.Result> single(MayorElection election, Working working) {
    String candidate = election.votes().firstKey();
    long votes = most(election, 1);
    long whole =
        switch (election.rules().singleMajority().value()) {
          case VALID_VOTES -> election.validVotes();
          case VOTERS -> election.voters();
        };
    boolean elected =
        2 * votes > whole
            && election.rules().singleShare().value().isReachedBy(votes, election.entitled());
    return working.found(
        elected ? new MayorElection.Elected(candidate) : new MayorElection.NotElected(candidate));
  }

  private static Allocation<MayorElection.Result> first(MayorElection election, Working working) {
    long most = most(election, 1);
    if (2 * most > election.validVotes()) {
      return working.found(new MayorElection.Elected(from(election, most).first()));
    }
    long second = most(election, 2);
    SortedSet<String> above = from(election, second + 1);
    SortedSet<String> equal = from(election, second);
    equal.removeAll(above);
    return working
        .choose(Stage.of(Stage.Kind.RUN_OFF), 2, equal, 2 - above.size(), LAW)
        .then(
            drawn -> {
              SortedSet<String> pair = new TreeSet<>(above);
              pair.addAll(drawn);
              return working.found(new MayorElection.RunOff(pair));
            });
  }

  /** The greatest, second greatest … number of votes. */
  private static long most(MayorElection election, int place) {
    List<Long> votes =
        election.votes().values().stream().sorted(Collections.reverseOrder()).toList();
    return votes.get(place - 1);
  }

  /** Candidates with at least so many votes. */
  private static SortedSet<String> from(MayorElection election, long votes) {
    SortedSet<String> candidates = new TreeSet<>();
    for (Map.Entry<String, Long> candidate : election.votes().entrySet()) {
      if (candidate.getValue() >= votes) {
        candidates.add(candidate.getKey());
      }
    }
    return candidates;
  }
}
