package org.urnengang.rules.seats.divisor;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.ReferendumDay;
import org.urnengang.rules.seats.SeatLaw;

/**
 * § 26 Abs. 7 GO NRW: a question is answered by the majority if it reaches the quorum; of those
 * that cannot go together the one that the Stichfrage prefers stands, on a tie the one with more
 * votes.
 */
final class SimultaneousReferendums implements SeatLaw<ReferendumDay, ReferendumDay.Result> {

  @Override
  public LawKey<ReferendumDay, ReferendumDay.Result> key() {
    return Laws.BUERGERENTSCHEID_NRW;
  }

  @Override
  public Allocation<ReferendumDay.Result> calculate(ReferendumDay day, Lots lots) {
    Working working = new Working(lots);
    long percent = percent(day);
    SortedMap<String, ReferendumDecision> decisions = new TreeMap<>();
    SortedSet<String> accepted = new TreeSet<>();
    day.questions()
        .forEach(
            (question, votes) -> {
              ReferendumDecision decision = decide(votes, percent * day.entitled());
              decisions.put(question, decision);
              if (decision.verdict() == Verdict.YES) {
                accepted.add(question);
              }
            });
    SortedSet<String> rivals = new TreeSet<>(accepted);
    rivals.retainAll(day.incompatible());
    if (rivals.size() < 2) {
      return working.found(new ReferendumDay.Result(decisions, false, accepted));
    }
    return prevailing(day, rivals, working)
        .then(
            question -> {
              accepted.removeAll(rivals);
              accepted.add(question);
              return working.found(new ReferendumDay.Result(decisions, true, accepted));
            });
  }

  private static long percent(ReferendumDay day) {
    Map.Entry<Long, Integer> line =
        new TreeMap<>(day.rules().quorum().value()).ceilingEntry(day.inhabitants());
    if (line == null) {
      throw new InvalidSeatInput(day.inhabitants() + " Einwohner stehen in keiner Zeile");
    }
    return line.getValue();
  }

  /** A tie is a no; a no needs no quorum. */
  private static ReferendumDecision decide(ReferendumDay.YesNo votes, long hundredfoldQuorum) {
    long quorum = hundredfoldQuorum / 100 + (hundredfoldQuorum % 100 > 0 ? 1 : 0);
    Verdict verdict = Verdict.NO;
    if (votes.yes() > votes.no()) {
      verdict = 100 * votes.yes() >= hundredfoldQuorum ? Verdict.YES : Verdict.QUORUM_MISSED;
    }
    return new ReferendumDecision(verdict, quorum, Math.max(0, quorum - votes.yes()));
  }

  private static Allocation<String> prevailing(
      ReferendumDay day, SortedSet<String> rivals, Working working) {
    if (day.runOff().isEmpty()) {
      return working.undecidable(Reason.RUN_OFF_QUESTION_MISSING);
    }
    SortedMap<String, Long> runOff = day.runOff().get();
    SortedSet<String> preferred = greatest(rivals, key -> runOff.getOrDefault(key, 0L));
    SortedSet<String> best = greatest(preferred, key -> yes(day, key));
    return best.size() == 1 ? working.found(best.first()) : working.undecidable(Reason.LAW_SILENT);
  }

  private static long yes(ReferendumDay day, String question) {
    ReferendumDay.YesNo votes = day.questions().get(question);
    return votes == null ? 0 : votes.yes();
  }

  private static SortedSet<String> greatest(SortedSet<String> keys, ToLongFunction<String> votes) {
    long most = Collections.max(keys.stream().map(votes::applyAsLong).toList());
    SortedSet<String> greatest = new TreeSet<>(keys);
    greatest.removeIf(key -> votes.applyAsLong(key) < most);
    return greatest;
  }
}
