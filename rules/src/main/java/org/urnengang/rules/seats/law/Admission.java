package org.urnengang.rules.seats.law;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.law.Winners.Winner;

/** Sperrklausel, Grundmandatsklausel and exception for national minorities. */
final class Admission {
  private Admission() {}

  /** Parties with lists that take part in the distribution (§ 6 Abs. 3, § 4 Abs. 2 BWahlG). */
  static SortedSet<String> of(
      BundestagElection election, Collection<Winner> winners, Course course) {
    SortedMap<String, Long> votes = new TreeMap<>();
    election
        .lands()
        .values()
        .forEach(
            land ->
                land.lists()
                    .forEach((party, list) -> votes.merge(party, list.secondVotes(), Long::sum)));
    SortedMap<String, Integer> won = new TreeMap<>();
    winners.forEach(winner -> won.merge(winner.candidate(), 1, Integer::sum));
    SortedSet<String> admitted = new TreeSet<>();
    long valid = election.validSecondVotes();
    votes.forEach(
        (party, count) -> {
          Step.Threshold tested =
              test(party, count, valid, won.getOrDefault(party, 0), election.rules());
          course.note(tested);
          if (tested.admission() != Step.Admission.NONE) {
            admitted.add(party);
          }
        });
    return admitted;
  }

  private static Step.Threshold test(
      String party, long votes, long valid, int won, BundestagRules rules) {
    Share share = rules.threshold().value();
    int clause = rules.districtClause().value();
    Step.Admission admission = Step.Admission.NONE;
    Legal<?> reason = rules.threshold();
    if (share.isReachedBy(votes, valid)) {
      admission = Step.Admission.SHARE;
    } else if (clause > 0 && won >= clause) {
      admission = Step.Admission.DISTRICTS;
      reason = rules.districtClause();
    } else if (rules.minorities().value().contains(party)) {
      admission = Step.Admission.MINORITY;
      reason = rules.minorities();
    }
    return threshold(party, votes, valid, won, share, admission, reason.law());
  }

  /** The inequality as a step. */
  static Step.Threshold threshold(
      String party,
      long votes,
      long valid,
      int won,
      Share share,
      Step.Admission admission,
      String law) {
    return new Step.Threshold(
        party, votes, valid, share, share.left(votes), share.right(valid), won, admission, law);
  }

  /** A threshold without any exception. */
  static boolean byShare(
      String party, long votes, long valid, int won, Legal<Share> share, Course course) {
    boolean reached = share.value().isReachedBy(votes, valid);
    course.note(
        threshold(
            party,
            votes,
            valid,
            won,
            share.value(),
            reached ? Step.Admission.SHARE : Step.Admission.NONE,
            share.law()));
    return reached;
  }
}
