package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Erhöhung der Sitzzahl (§ 6 Abs. 5 BWahlG 2013 and 2020): the smallest number of seats whose
 * distribution gives every party what it must reach. More seats never take one from anybody, so
 * that the number can be sought by halving.
 *
 * @param claims parties with their votes
 * @param needs what each must reach
 * @param kept how many seats may be missing in all, being overhang that is not levelled
 */
record Enlargement(List<Claim> claims, SortedMap<String, Need> needs, int kept) {
  private static final Stage STAGE = Stage.of(Stage.Kind.LEVELLED_PARTIES);

  /**
   * What a party must reach.
   *
   * @param least seats below which it must not fall in any case
   * @param full seats with which nothing is missing, at least {@code least}
   */
  record Need(int least, int full) {}

  /** The distribution of the smallest sufficient number of seats, not below the given one. */
  Allocation<SeatTable> from(int seats, Working working, String law) {
    boolean noVotes = claims.stream().allMatch(claim -> claim.votes() == 0);
    if (noVotes) {
      boolean met = needs.values().stream().allMatch(need -> need.full() == 0);
      return met ? working.divide(STAGE, seats, claims, law) : working.undecidable(Reason.NO_VOTES);
    }
    if (!canSuffice(Distribution.MAX_SEATS)) {
      return working.undecidable(Reason.TOO_MANY_SEATS);
    }
    for (int size = smallest(seats); size <= Distribution.MAX_SEATS; size++) {
      Allocation<SeatTable> allocation = working.divide(STAGE, size, claims, law);
      if (!(allocation instanceof Allocated<SeatTable>(SeatTable table, List<Step> _))
          || (missing(table) <= kept && least(table))) {
        return allocation;
      }
    }
    return working.undecidable(Reason.TOO_MANY_SEATS);
  }

  /** The smallest size at which some outcome of its lots, if any, is sufficient. */
  private int smallest(int seats) {
    if (canSuffice(seats)) {
      return seats;
    }
    int insufficient = seats;
    int sufficient = Distribution.MAX_SEATS;
    while (sufficient - insufficient > 1) {
      int middle = (insufficient + sufficient) / 2;
      if (canSuffice(middle)) {
        sufficient = middle;
      } else {
        insufficient = middle;
      }
    }
    return sufficient;
  }

  private boolean canSuffice(int seats) {
    if (seats == 0) {
      return canSuffice(new DivisorSearch.Border(new TreeMap<>(), new TreeSet<>(), 0));
    }
    return canSuffice(
        new DivisorSearch(Rounding.STANDARD).border(new Distribution(STAGE, seats, claims)));
  }

  /** Whether those who need the lot can all win it, and whom else it may help. */
  private boolean canSuffice(DivisorSearch.Border border) {
    int open = border.open();
    int missing = 0;
    int helped = 0;
    for (Map.Entry<String, Need> entry : needs.entrySet()) {
      Need need = entry.getValue();
      int certain = border.certain().getOrDefault(entry.getKey(), 0);
      int lot = border.tied().contains(entry.getKey()) ? 1 : 0;
      int must = Math.max(0, need.least() - certain);
      if (must > lot) {
        return false;
      }
      open -= must;
      int lacking = Math.max(0, need.full() - certain - must);
      missing += lacking;
      helped += Math.min(lot - must, lacking);
    }
    return open >= 0 && missing - Math.min(open, helped) <= kept;
  }

  private boolean least(SeatTable table) {
    return needs.entrySet().stream()
        .allMatch(need -> table.seatsOf(need.getKey()) >= need.getValue().least());
  }

  private int missing(SeatTable table) {
    return needs.keySet().stream().mapToInt(party -> missing(party, table)).sum();
  }

  /** Seats that a party lacks after a distribution. */
  int missing(String party, SeatTable table) {
    Need need = needs.get(party);
    return need == null ? 0 : Math.max(0, need.full() - table.seatsOf(party));
  }
}
