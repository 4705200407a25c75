package org.urnengang.rules.seats.law;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Mehrheitsklausel of a council (§ 33 Abs. 4 KWahlG NRW): the majority of votes brings the majority
 * of seats; the size stays, the weakest last seats of the others are given up.
 */
final class CouncilMajority {
  private static final String LAW = "§ 33 Abs. 4 KWahlG NRW";

  private final SortedMap<String, Contender> contenders;
  private final SeatTable table;
  private final Course course;
  private final SortedMap<String, Integer> seats;

  CouncilMajority(SortedMap<String, Contender> contenders, SeatTable table, Course course) {
    this.contenders = contenders;
    this.table = table;
    this.course = course;
    this.seats = new TreeMap<>(table.seats());
  }

  Allocation<SortedMap<String, Integer>> apply() {
    long allVotes = contenders.values().stream().mapToLong(Contender::votes).sum();
    Optional<Map.Entry<String, Contender>> largest =
        contenders.entrySet().stream()
            .filter(entry -> 2 * entry.getValue().votes() > allVotes)
            .findFirst();
    if (largest.isEmpty() || table.total() == 0) {
      return course.done(seats);
    }
    String party = largest.orElseThrow().getKey();
    int size = table.total();
    int held = table.seatsOf(party);
    int missing = Math.max(0, size / 2 + 1 - held);
    course.note(
        new Step.Majority(
            party,
            largest.orElseThrow().getValue().votes(),
            allVotes,
            held,
            size,
            missing,
            size,
            LAW));
    return takeSeats(party, missing);
  }

  private Allocation<SortedMap<String, Integer>> takeSeats(String party, int missing) {
    for (int open = missing; open > 0; open--) {
      Allocation<String> donor = donor(party);
      if (!(donor instanceof Allocation.Allocated<String> found)) {
        return donor.then(none -> course.done(seats));
      }
      course.note(new Step.SeatGivenUp(found.result(), lastQuotient(found.result()), LAW));
      seats.merge(found.result(), -1, Integer::sum);
      seats.merge(party, 1, Integer::sum);
    }
    return course.done(seats);
  }

  /** Who holds the seat on the lowest quotient; district seats are never given up. */
  private Allocation<String> donor(String party) {
    List<String> others =
        contenders.keySet().stream()
            .filter(key -> !key.equals(party) && held(key) > won(key))
            .toList();
    Optional<Fraction> lowest =
        others.stream().map(this::lastQuotient).min(Comparator.naturalOrder());
    if (lowest.isEmpty()) {
      return course.waitFor(Reason.LAW_SILENT);
    }
    SortedSet<String> weakest =
        others.stream()
            .filter(key -> lastQuotient(key).equals(lowest.orElseThrow()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (weakest.size() == 1) {
      return course.done(weakest.first());
    }
    Stage stage = Stage.of(Stage.Kind.MAJORITY_DONOR);
    return course
        .draw(new LotCase(stage, table.total(), weakest, 1), LAW)
        .then(drawn -> course.done(drawn.first()));
  }

  private int held(String key) {
    return seats.getOrDefault(key, 0);
  }

  private int won(String key) {
    return Optional.ofNullable(contenders.get(key)).map(Contender::districtsWon).orElse(0);
  }

  private Fraction lastQuotient(String key) {
    long votes = Optional.ofNullable(contenders.get(key)).map(Contender::votes).orElse(0L);
    return new Fraction(2 * votes, 2L * held(key) - 1);
  }
}
