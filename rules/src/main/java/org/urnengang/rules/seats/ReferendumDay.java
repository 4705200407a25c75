package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.decision.ReferendumDecision;

/**
 * Mehrere Bürgerentscheide an einem Tag mit Stichfrage (§ 26 Abs. 7 GO NRW).
 *
 * @param entitled Abstimmungsberechtigte, the same for all questions
 * @param inhabitants of the municipality, for the quorum
 * @param questions votes by key of the question
 * @param incompatible those questions that cannot both be carried out when answered by yes; fewer
 *     than two if all go together
 * @param runOff votes of the Stichfrage by key of the preferred question, empty if none was put
 */
public record ReferendumDay(
    Rules rules,
    long inhabitants,
    long entitled,
    SortedMap<String, YesNo> questions,
    SortedSet<String> incompatible,
    Optional<SortedMap<String, Long>> runOff) {
  public ReferendumDay {
    questions = Collections.unmodifiableSortedMap(new TreeMap<>(questions));
    incompatible = Collections.unmodifiableSortedSet(new TreeSet<>(incompatible));
    runOff = runOff.map(votes -> Collections.unmodifiableSortedMap(new TreeMap<>(votes)));
    runOff.ifPresent(votes -> votes.forEach(Claim::requireVotes));
    if (!questions.keySet().containsAll(incompatible)) {
      throw new InvalidSeatInput("unbekannte Frage in " + incompatible);
    }
    SortedSet<String> asked =
        runOff.<SortedSet<String>>map(votes -> new TreeSet<>(votes.keySet())).orElse(incompatible);
    if (!asked.equals(incompatible)) {
      throw new InvalidSeatInput("Stichfrage zu " + asked + " statt zu " + incompatible);
    }
  }

  /**
   * Festgelegte Größen des Bürgerentscheids.
   *
   * @param quorum percent of the entitled by inhabitants, upper limits (§ 26 Abs. 7 Satz 2)
   */
  public record Rules(Legal<SortedMap<Long, Integer>> quorum) {
    public static Rules of(LawData data) {
      return new Rules(data.table("quorum"));
    }
  }

  /** Votes on one question. */
  public record YesNo(long yes, long no) {
    public YesNo {
      Claim.requireVotes("Ja", yes);
      Claim.requireVotes("Nein", no);
    }
  }

  /**
   * Was die Abstimmungen ergeben.
   *
   * @param decisions decision on each question by itself
   * @param runOffUsed whether the Stichfrage decided
   * @param carriedOut questions whose yes stands
   */
  public record Result(
      SortedMap<String, ReferendumDecision> decisions,
      boolean runOffUsed,
      SortedSet<String> carriedOut) {
    public Result {
      decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
      carriedOut = Collections.unmodifiableSortedSet(new TreeSet<>(carriedOut));
    }
  }
}
