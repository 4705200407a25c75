package org.urnengang.rules.seats.law;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.MayorElection.Elected;
import org.urnengang.rules.seats.MayorElection.NotElected;
import org.urnengang.rules.seats.MayorElection.Result;
import org.urnengang.rules.seats.MayorElection.RunOff;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/** § 46c KWahlG NRW: mayors and Landräte. */
final class MayorNrw implements SeatLaw<MayorElection, Result> {
  private static final String FIRST = "§ 46c Abs. 2 KWahlG NRW";
  private static final String SECOND = "§ 46c Abs. 3 KWahlG NRW";

  @Override
  public LawKey<MayorElection, Result> key() {
    return Laws.BUERGERMEISTER_NRW;
  }

  @Override
  public Allocation<Result> calculate(MayorElection election, Lots lots) {
    Course course = new Course(lots);
    if (election.votes().size() == 1) {
      return single(election, course);
    }
    if (election.validVotes() == 0) {
      return course.waitFor(Reason.NO_VOTES);
    }
    return switch (election.round()) {
      case FIRST -> first(election, course);
      case RUN_OFF -> runOff(election, course);
    };
  }

  /** Of two, whoever has more votes has more than half of them. */
  private static Allocation<Result> runOff(MayorElection election, Course course) {
    election
        .votes()
        .forEach(
            (candidate, votes) ->
                course.note(
                    new Step.HalfTested(
                        candidate,
                        votes,
                        election.validVotes(),
                        2 * votes > election.validVotes(),
                        SECOND)));
    return best(election.votes(), 1, Stage.Kind.ELECTED, course)
        .then(winner -> course.finish(new Elected(winner.first())));
  }

  private static Allocation<Result> first(MayorElection election, Course course) {
    for (String candidate : election.votes().keySet()) {
      long votes = election.votes().getOrDefault(candidate, 0L);
      boolean reached = 2 * votes > election.validVotes();
      course.note(new Step.HalfTested(candidate, votes, election.validVotes(), reached, FIRST));
      if (reached) {
        return course.finish(new Elected(candidate));
      }
    }
    return best(election.votes(), 2, Stage.Kind.RUN_OFF, course)
        .then(two -> course.finish(new RunOff(two)));
  }

  private static Allocation<Result> single(MayorElection election, Course course) {
    String candidate = election.votes().firstKey();
    long votes = election.votes().getOrDefault(candidate, 0L);
    long whole =
        switch (election.rules().singleMajority().value()) {
          case VALID_VOTES -> election.validVotes();
          case VOTERS -> election.voters();
        };
    boolean majority = 2 * votes > whole;
    Share share = election.rules().singleShare().value();
    boolean enough = share.isReachedBy(votes, election.entitled());
    course.note(
        new Step.HalfTested(
            candidate, votes, whole, majority, election.rules().singleMajority().law()));
    course.note(
        new Step.ShareTested(
            candidate,
            votes,
            election.entitled(),
            share,
            enough,
            election.rules().singleShare().law()));
    return course.finish(majority && enough ? new Elected(candidate) : new NotElected(candidate));
  }

  /** So many with the most votes. */
  private static Allocation<SortedSet<String>> best(
      SortedMap<String, Long> votes, int places, Stage.Kind kind, Course course) {
    long last =
        votes.values().stream()
            .sorted(Comparator.reverseOrder())
            .skip(places - 1L)
            .findFirst()
            .orElse(0L);
    SortedSet<String> better = with(votes, last, 1);
    SortedSet<String> equal = with(votes, last, 0);
    if (better.size() + equal.size() == places) {
      better.addAll(equal);
      return course.done(better);
    }
    LotCase tie = new LotCase(Stage.of(kind), places, equal, places - better.size());
    return course
        .draw(tie, SECOND)
        .then(
            drawn -> {
              better.addAll(drawn);
              return course.done(better);
            });
  }

  /** Those whose votes compare with the limit like this: 1 more, 0 equal. */
  private static SortedSet<String> with(SortedMap<String, Long> votes, long limit, int sign) {
    return votes.entrySet().stream()
        .filter(entry -> Long.compare(entry.getValue(), limit) == sign)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
