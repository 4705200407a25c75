package org.urnengang.rules.seats.divisor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Zusatzsitz (§ 33 Abs. 4 KWahlG NRW): a list with more than half of the votes and not more than
 * half of the seats receives one more; the list with the lowest fraction from ½ on gives it up.
 *
 * @param contest all lists that took part
 * @param table their seats
 */
record FurtherSeat(Contest contest, SeatTable table) {
  private static final String LAW = "§ 33 Abs. 4 KWahlG NRW";

  Allocation<SortedMap<String, Integer>> seats(Working working) {
    String holder = MajorityOfSeats.missed(contest.claims(), contest.votes(), table).orElse("");
    if (holder.isEmpty()) {
      return working.found(table.seats());
    }
    SortedMap<String, Fraction> above = aboveHalf(holder);
    if (above.isEmpty()) {
      return working.undecidable(Reason.LAW_SILENT);
    }
    Fraction lowest = Collections.min(above.values());
    above.values().removeIf(fraction -> fraction.compareTo(lowest) > 0);
    return working
        .choose(Stage.of(Stage.Kind.MAJORITY_DONOR), table.total(), above.keySet(), 1, LAW)
        .then(
            donor -> {
              working.note(new Step.SeatGivenUp(donor.first(), lowest, LAW));
              SortedMap<String, Integer> seats = new TreeMap<>(table.seats());
              seats.merge(holder, 1, Integer::sum);
              seats.merge(donor.first(), -1, Integer::sum);
              return working.found(seats);
            });
  }

  /**
   * How far the fractions of the other lists lie above ½, of those that were rounded up and hold
   * more than the districts they won, which nobody can take from them.
   */
  private SortedMap<String, Fraction> aboveHalf(String holder) {
    Fraction divisor = divisor();
    SortedMap<String, Fraction> above = new TreeMap<>();
    for (Claim claim : contest.claims()) {
      int seats = table.seatsOf(claim.key());
      if (!claim.key().equals(holder) && seats > contest.districtsWon(claim.key())) {
        long divided = 2 * claim.votes() * divisor.denominator();
        long point = (2L * seats - 1) * divisor.numerator();
        if (divided >= point && divided < point + divisor.numerator()) {
          above.put(claim.key(), new Fraction(divided - point, 2 * divisor.numerator()));
        }
      }
    }
    return above;
  }

  /**
   * Zuteilungsdivisor (Abs. 2): votes by seats; if that gives too many or too few seats, the next
   * one that does not.
   */
  private Fraction divisor() {
    Fraction start = new Fraction(votesOfTable(), Math.max(1, table.total()));
    Fraction low = table.span().low();
    Fraction high = table.span().high().orElse(low);
    return start.compareTo(low) < 0 ? low : start.compareTo(high) > 0 ? high : start;
  }

  private long votesOfTable() {
    return contest.claims().stream()
        .filter(claim -> table.seats().containsKey(claim.key()))
        .mapToLong(Claim::votes)
        .sum();
  }
}
