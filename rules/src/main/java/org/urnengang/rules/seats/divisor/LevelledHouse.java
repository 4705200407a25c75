package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.Optional;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Parity;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Ausgleich von Überhangmandaten in Nordrhein-Westfalen (§ 33 LWahlG, § 33 Abs. 3 KWahlG): the
 * house grows so far that the party with the most districts per vote is due its districts.
 *
 * @param needsSeat whether a list that is due no seat and won no district stays out of the
 *     levelling
 * @param parity demanded of all members of an enlarged house
 */
record LevelledHouse(Contest contest, boolean needsSeat, Parity parity, String law) {

  /** Seats of the lists: the first distribution, or that of the enlarged house. */
  Allocation<SeatTable> distribute(int seats, Working working) {
    return working
        .divide(Stage.of(Stage.Kind.PARTIES), seats, contest.claims(), law)
        .then(
            table ->
                overhang(contest, table).isEmpty()
                    ? working.found(table)
                    : level(
                        contest.among(key -> !needsSeat || takesPart(key, table)), table, working));
  }

  private boolean takesPart(String key, SeatTable table) {
    return table.seatsOf(key) > 0 || contest.districtsWon(key) > 0;
  }

  /** Party with the most districts per vote among those with more districts than seats. */
  private static Optional<String> overhang(Contest contest, SeatTable table) {
    String most = "";
    for (String key : contest.taking().keySet()) {
      if (contest.districtsWon(key) > table.seatsOf(key)
          && (most.isEmpty() || perVote(contest, key).compareTo(perVote(contest, most)) > 0)) {
        most = key;
      }
    }
    return Optional.of(most).filter(key -> !key.isEmpty());
  }

  private static Fraction perVote(Contest contest, String key) {
    Contender contender = contest.taking().get(key);
    return contender == null
        ? Fraction.ZERO
        : new Fraction(contender.districtsWon(), Math.max(1, contender.votes()));
  }

  private Allocation<SeatTable> level(Contest levelled, SeatTable first, Working working) {
    String party = overhang(contest, first).orElseThrow();
    if (levelled.districtsWon(party) > Distribution.MAX_SEATS) {
      return working.undecidable(Reason.TOO_MANY_SEATS);
    }
    Fraction perVote = perVote(levelled, party);
    Fraction exact = new Fraction(perVote.numerator() * contest.votes(), perVote.denominator());
    long asked = Math.max(exact.roundHalfUp(), first.total() + 1L);
    if (asked > Distribution.MAX_SEATS) {
      return working.undecidable(Reason.TOO_MANY_SEATS);
    }
    int size = fitting(Math.toIntExact(asked));
    working.note(
        new Step.LevelledSize(
            party,
            levelled.districtsWon(party),
            contest.votes(),
            perVote.denominator(),
            exact,
            size,
            law));
    return grow(levelled, size, working);
  }

  /** The formula's size, and while it leaves an overhang the next one that fits. */
  private Allocation<SeatTable> grow(Contest levelled, int from, Working working) {
    for (int size = from; size <= Distribution.MAX_SEATS; size = fitting(size + 1)) {
      if (size > from) {
        working.note(new Step.SizeStep(size, law));
      }
      Allocation<SeatTable> allocation =
          working.divide(Stage.of(Stage.Kind.LEVELLED_PARTIES), size, levelled.claims(), law);
      if (!(allocation instanceof Allocation.Allocated<SeatTable>(SeatTable table, List<Step> _))
          || overhang(levelled, table).isEmpty()) {
        return allocation;
      }
    }
    return working.undecidable(Reason.TOO_MANY_SEATS);
  }

  /** The smallest number of list seats, not below this one, with the demanded parity of all. */
  private int fitting(int size) {
    return parity.atLeast(size + contest.outsideSeats()) - contest.outsideSeats();
  }
}
