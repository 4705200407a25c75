package org.urnengang.rules.seats.law;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.quotient.QuotientQueue;

/**
 * Erhöhung der Sitzzahl (§ 6 Abs. 5 BWahlG 2013 and 2020): seat after seat by Sainte-Laguë until
 * every party has what it may demand. A lot matters only at a size that it could make the last.
 */
final class Enlarging {
  private static final Stage STAGE = Stage.of(Stage.Kind.LEVELLED_PARTIES);

  /**
   * Anspruch einer Partei.
   *
   * @param claim seats that it should have
   * @param least seats that it must have; what lies between may remain open up to the tolerance
   */
  record Demand(String party, long votes, int claim, int least) {}

  private final List<Demand> demands;
  private final int tolerance;
  private final String law;
  private final Course course;
  private final List<Claim> claims;
  private final QuotientQueue queue;

  /**
   * @param demands in the order of the parties
   * @param tolerance overhang seats of all parties together that may remain open
   */
  Enlarging(List<Demand> demands, int tolerance, String law, Course course) {
    this.demands = demands;
    this.tolerance = tolerance;
    this.law = law;
    this.course = course;
    this.claims = demands.stream().map(demand -> Claim.of(demand.party(), demand.votes())).toList();
    this.queue = new QuotientQueue(MethodKind.SAINTE_LAGUE, claims);
  }

  /** Seats by party, those that remain open (unlevelled overhang) added on top. */
  Allocation<SortedMap<String, Integer>> from(int base) {
    while (queue.size() < base) {
      if (queue.isEmpty()) {
        return course.waitFor(Reason.NO_VOTES);
      }
      queue.next();
    }
    while (true) {
      SortedSet<String> tied = queue.tied();
      if (couldBeLast(tied)) {
        if (tied.isEmpty()) {
          return course.done(result());
        }
        LotCase occasion = new LotCase(STAGE, queue.size(), tied, queue.tiedSeats());
        Allocation<SortedSet<String>> lot = course.draw(occasion, law);
        if (!(lot instanceof Allocation.Allocated<SortedSet<String>> drawn)) {
          return lot.then(none -> course.done(new TreeMap<>()));
        }
        queue.settle(drawn.result());
        if (couldBeLast(new TreeSet<>())) {
          return course.done(result());
        }
      }
      if (queue.isEmpty() || queue.size() == Distribution.MAX_SEATS) {
        return course.waitFor(Reason.TOO_MANY_SEATS);
      }
      queue.next();
      course.note(
          new Step.Enlargement(
              queue.size(), queue.last().key(), queue.last().value(), missing(), law));
    }
  }

  /** Whether this size satisfies all for some outcome of the lot among the tied. */
  private boolean couldBeLast(SortedSet<String> tied) {
    int open = tied.isEmpty() ? 0 : queue.tiedSeats();
    int missing = 0;
    int helped = 0;
    for (int party = 0; party < demands.size(); party++) {
      Demand demand = demands.get(party);
      boolean mayGain = tied.contains(demand.party());
      int held = mayGain ? queue.seatsBeforeTie(party) : queue.seats(party);
      missing += Math.max(0, demand.claim() - held);
      if (held < demand.least()) {
        if (!mayGain || held + 1 < demand.least()) {
          return false;
        }
        open--;
        missing--;
      } else if (mayGain && held < demand.claim()) {
        helped++;
      }
    }
    return open >= 0 && missing - Math.min(open, helped) <= tolerance;
  }

  private SortedMap<String, Integer> missing() {
    SortedMap<String, Integer> missing = new TreeMap<>();
    for (int party = 0; party < demands.size(); party++) {
      Demand demand = demands.get(party);
      if (queue.seats(party) < demand.claim()) {
        missing.put(demand.party(), demand.claim() - queue.seats(party));
      }
    }
    return missing;
  }

  private SortedMap<String, Integer> result() {
    SeatTable table = queue.table(STAGE);
    course.note(new Step.Distributed(new Distribution(STAGE, table.total(), claims), table, law));
    SortedMap<String, Integer> seats = new TreeMap<>(table.seats());
    missing()
        .forEach(
            (party, open) -> {
              course.note(new Step.OverhangKept(party, open, law));
              seats.merge(party, open, Integer::sum);
            });
    return seats;
  }
}
