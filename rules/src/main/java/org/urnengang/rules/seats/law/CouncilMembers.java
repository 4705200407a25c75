package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import org.urnengang.rules.seats.CouncilElection.ByInhabitants;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.Parity;
import org.urnengang.rules.seats.Step;

/**
 * Zahl der Mitglieder by inhabitants, less what a by-law takes away (§ 3 Abs. 2 KWahlG NRW, § 46
 * NKomVG).
 *
 * @param table members by inhabitants, upper limits
 * @param greatestReduction by how many members a by-law may reduce them, at most
 * @param smallest members that remain in any case
 * @param parity demanded of the members
 */
record CouncilMembers(
    Legal<SortedMap<Long, Integer>> table, int greatestReduction, int smallest, Parity parity) {

  int of(ByInhabitants size, Course course) {
    SortedMap<Long, Integer> rows = table.value().tailMap(size.inhabitants());
    if (rows.isEmpty() || size.inhabitants() < 0) {
      throw new InvalidSeatInput(size.inhabitants() + " Einwohner stehen nicht in der Tabelle");
    }
    int full = rows.values().iterator().next();
    int seats = full - size.reduction();
    boolean fits =
        size.reduction() >= 0
            && size.reduction() <= greatestReduction
            && (size.reduction() == 0 || seats >= smallest)
            && parity.atLeast(seats) == seats;
    if (!fits) {
      throw new InvalidSeatInput(
          "Satzung verringert " + full + " Vertreter um " + size.reduction());
    }
    course.note(
        new Step.CouncilSize(size.inhabitants(), full, size.reduction(), seats, table.law()));
    return seats;
  }
}
