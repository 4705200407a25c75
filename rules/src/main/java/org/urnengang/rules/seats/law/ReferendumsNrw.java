package org.urnengang.rules.seats.law;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.ReferendumDay;
import org.urnengang.rules.seats.ReferendumDay.Result;
import org.urnengang.rules.seats.ReferendumDay.YesNo;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.Step;

/** § 26 Abs. 7 GO NRW: several Bürgerentscheide on one day, with Stichfrage. */
final class ReferendumsNrw implements SeatLaw<ReferendumDay, Result> {
  private static final String LAW = "§ 26 Abs. 7 GO NRW";

  @Override
  public LawKey<ReferendumDay, Result> key() {
    return Laws.BUERGERENTSCHEID_NRW;
  }

  @Override
  public Allocation<Result> calculate(ReferendumDay day, Lots lots) {
    Course course = new Course(lots);
    SortedMap<String, ReferendumDecision> decisions = new TreeMap<>();
    SortedSet<String> answeredYes = new TreeSet<>();
    Legal<Integer> quorum = quorum(day);
    day.questions()
        .forEach(
            (key, votes) -> {
              Question question = new Question(key, quorum.value(), quorum.law(), Optional.empty());
              ReferendumDecision decision =
                  ReferendumDecision.of(question, day.entitled(), votes.yes(), votes.no());
              course.note(
                  new Step.QuestionDecided(key, votes.yes(), votes.no(), decision, quorum.law()));
              decisions.put(key, decision);
              if (decision.verdict() == Verdict.YES) {
                answeredYes.add(key);
              }
            });
    SortedSet<String> conflicting = new TreeSet<>(day.incompatible());
    conflicting.retainAll(answeredYes);
    if (conflicting.size() < 2) {
      return course.finish(new Result(decisions, false, answeredYes));
    }
    return prevailing(day, conflicting, course)
        .then(
            winner -> {
              SortedSet<String> carriedOut = new TreeSet<>(answeredYes);
              carriedOut.removeAll(conflicting);
              carriedOut.add(winner);
              return course.finish(new Result(decisions, true, carriedOut));
            });
  }

  private static Legal<Integer> quorum(ReferendumDay day) {
    Legal<SortedMap<Long, Integer>> table = day.rules().quorum();
    return table.value().tailMap(day.inhabitants()).values().stream()
        .findFirst()
        .map(percent -> new Legal<>(percent, table.law()))
        .orElseThrow(() -> new InvalidSeatInput(day.inhabitants() + " Einwohner stehen nicht da"));
  }

  private static Allocation<String> prevailing(
      ReferendumDay day, SortedSet<String> conflicting, Course course) {
    if (day.runOff().isEmpty()) {
      return course.waitFor(Reason.RUN_OFF_QUESTION_MISSING);
    }
    SortedMap<String, Long> votes = new TreeMap<>(day.runOff().orElseThrow());
    votes.keySet().retainAll(conflicting);
    SortedSet<String> best = best(votes);
    boolean byYesVotes = best.size() > 1;
    if (byYesVotes) {
      SortedMap<String, Long> yes = new TreeMap<>();
      best.forEach(
          key ->
              yes.put(
                  key, Optional.ofNullable(day.questions().get(key)).map(YesNo::yes).orElse(0L)));
      best = best(yes);
    }
    if (best.size() > 1) {
      return course.waitFor(Reason.LAW_SILENT);
    }
    course.note(new Step.RunOffQuestion(votes, best.first(), byYesVotes, LAW));
    return course.done(best.first());
  }

  private static SortedSet<String> best(SortedMap<String, Long> votes) {
    long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    SortedSet<String> best = new TreeSet<>();
    votes.forEach(
        (key, count) -> {
          if (count == most) {
            best.add(key);
          }
        });
    return best;
  }
}
