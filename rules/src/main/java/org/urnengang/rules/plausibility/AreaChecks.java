package org.urnengang.rules.plausibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Letters;

/** W16 and W18: an area beside its districts. */
public final class AreaChecks {
  private AreaChecks() {}

  /**
   * W16: what a municipality reports upward against the sum of its districts.
   *
   * @param reported the municipality's report, absent letters are not compared
   * @param missing ids of districts without a report although all are said to be in
   */
  public static List<Finding> reportedUpward(
      Figures reported, Collection<Figures> districts, SortedSet<String> missing) {
    List<Finding> findings = new ArrayList<>();
    if (!missing.isEmpty()) {
      findings.add(
          Amounts.warning(
              FindingCode.W16,
              List.of("B"),
              "Alle Bezirke gelten als gemeldet, es fehlen aber: %s."
                  .formatted(String.join(", ", missing))));
    }
    Letters letters = reported.letters();
    for (int column = 0; column < letters.size(); column++) {
      int at = column;
      long sum = districts.stream().mapToLong(figures -> figures.count(at)).sum();
      if (reported.has(column) && reported.count(column) != sum) {
        String letter = letters.name(column);
        findings.add(
            Amounts.warning(
                FindingCode.W16,
                List.of(letter),
                "%s = %d, die Bezirke ergeben %d (Differenz %d)."
                    .formatted(
                        letter,
                        reported.count(column),
                        sum,
                        Math.abs(reported.count(column) - sum))));
      }
    }
    return findings;
  }

  /**
   * W18: whether few votes decide.
   *
   * @param votes by letter, such as D1
   * @param invalid invalid votes of the same vote
   * @param toChangeSeat votes that would change a seat, where seats are distributed
   */
  public static List<Finding> closeRace(
      SequencedMap<String, Long> votes,
      long invalid,
      OptionalLong toChangeSeat,
      Thresholds limits) {
    List<Finding> findings = new ArrayList<>();
    List<String> letters =
        votes.keySet().stream()
            .sorted(
                Comparator.comparing((String letter) -> votes.getOrDefault(letter, 0L)).reversed())
            .toList();
    if (letters.size() > 1) {
      String first = letters.get(0);
      String second = letters.get(1);
      long margin = votes.getOrDefault(first, 0L) - votes.getOrDefault(second, 0L);
      if (margin < invalid) {
        findings.add(
            Amounts.info(
                FindingCode.W18,
                List.of(first, second),
                "%s liegt nur %d Stimmen vor %s, ungültig sind %d."
                    .formatted(first, margin, second, invalid)));
      }
    }
    long valid = votes.values().stream().mapToLong(Long::longValue).sum();
    if (toChangeSeat.isPresent()
        && valid > 0
        && !Amounts.isAtLeast(toChangeSeat.getAsLong(), limits.seatChange(), valid)) {
      findings.add(
          Amounts.info(
              FindingCode.W18,
              letters,
              "Schon %d Stimmen mehr oder weniger ändern einen Sitz."
                  .formatted(toChangeSeat.getAsLong())));
    }
    return findings;
  }
}
