package org.urnengang.rules.plausibility;

import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/**
 * Zahlen eines ausgezählten Wahlbezirks (§ 71 BWO) with what plausibility needs to know of it.
 *
 * @param district its id, such as {@code 05758004-10}
 * @param municipality the AGS of its municipality, such as {@code 05758004}
 * @param kind how its votes are cast
 * @param figures its numbers; their sums are right
 */
public record Counted(String district, String municipality, DistrictKind kind, Figures figures) {

  int at(int column) {
    return figures.count(column);
  }

  Letters letters() {
    return figures.letters();
  }

  /** Valid votes, as the sum of the lines. */
  long valid(int vote) {
    long sum = 0;
    for (int no = 1; no <= letters().options(); no++) {
      sum += line(vote, no);
    }
    return sum;
  }

  int line(int vote, int no) {
    return at(letters().option(vote, no));
  }

  int invalid(int vote) {
    return at(letters().invalid(vote));
  }

  /** Voters who came without a Wahlschein: those whom the district's own roll let in. */
  int fromRoll() {
    return at(Letters.B) - at(Letters.B1);
  }

  /** Whether {@link #fromRoll()} out of A1 is a turnout. */
  boolean hasTurnout() {
    return kind == DistrictKind.POLLING && at(Letters.A1) > 0;
  }
}
