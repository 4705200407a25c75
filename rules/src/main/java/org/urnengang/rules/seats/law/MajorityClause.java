package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Step;

/**
 * Mehrheitsklausel of the Bundestag (§ 6 Abs. 7 BWahlG 2013 and 2020, § 4 Abs. 4 BWahlG 2023): the
 * majority of votes brings the majority of seats, by more seats.
 */
final class MajorityClause {
  private MajorityClause() {}

  /**
   * Adds to the seats of a party with more than half of the votes what it lacks for more than half
   * of the seats.
   *
   * @param votes considered votes of all parties that take part
   */
  static SortedMap<String, Integer> apply(
      SortedMap<String, Long> votes, SortedMap<String, Integer> seats, Course course, String law) {
    long allVotes = votes.values().stream().mapToLong(Long::longValue).sum();
    int size = seats.values().stream().mapToInt(Integer::intValue).sum();
    SortedMap<String, Integer> after = new TreeMap<>(seats);
    votes.forEach(
        (party, own) -> {
          int held = seats.getOrDefault(party, 0);
          if (size > 0 && 2 * own > allVotes) {
            int added = Math.max(0, size - 2 * held + 1);
            after.put(party, held + added);
            course.note(
                new Step.Majority(party, own, allVotes, held, size, added, size + added, law));
          }
        });
    return after;
  }
}
