package org.urnengang.rules.seats.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.law.Enlarging.Demand;
import org.urnengang.rules.seats.quotient.HighestQuotients;

/** The enlargement against trying size after size and every outcome of a lot. */
class EnlargingTest {
  private static final Stage STAGE = Stage.of(Stage.Kind.LEVELLED_PARTIES);

  private record Answer(Optional<LotCase> lot, SortedMap<String, Integer> seats) {}

  private static Answer naive(List<Demand> demands, int tolerance, int base, Lots lots) {
    List<Claim> claims = demands.stream().map(d -> Claim.of(d.party(), d.votes())).toList();
    for (int size = base; ; size++) {
      Distribution question = new Distribution(STAGE, size, claims);
      HighestQuotients method = new HighestQuotients(MethodKind.SAINTE_LAGUE);
      Allocation<SeatTable> allocation = method.allocate(question, lots);
      if (allocation instanceof LotRequired<SeatTable> tie) {
        boolean possible =
            outcomes(tie.lot()).stream()
                .map(lot -> method.allocate(question, Lots.of(List.of(lot))))
                .anyMatch(a -> satisfies(demands, tolerance, seats(a)));
        if (possible) {
          return new Answer(Optional.of(tie.lot()), new TreeMap<>());
        }
      } else if (satisfies(demands, tolerance, seats(allocation))) {
        SortedMap<String, Integer> seats = new TreeMap<>(seats(allocation));
        demands.forEach(d -> seats.merge(d.party(), d.claim(), Math::max));
        return new Answer(Optional.empty(), seats);
      }
    }
  }

  private static SortedMap<String, Integer> seats(Allocation<SeatTable> allocation) {
    return allocation instanceof Allocated<SeatTable> allocated
        ? allocated.result().seats()
        : new TreeMap<>();
  }

  private static boolean satisfies(
      List<Demand> demands, int tolerance, SortedMap<String, Integer> seats) {
    int missing =
        demands.stream()
            .mapToInt(d -> Math.max(0, d.claim() - seats.getOrDefault(d.party(), 0)))
            .sum();
    return missing <= tolerance
        && demands.stream().allMatch(d -> seats.getOrDefault(d.party(), 0) >= d.least());
  }

  private static List<Lot> outcomes(LotCase occasion) {
    List<String> all = List.copyOf(occasion.candidates());
    List<Lot> lots = new ArrayList<>();
    for (int set = 0; set < 1 << all.size(); set++) {
      if (Integer.bitCount(set) == occasion.seatsOpen()) {
        SortedSet<String> drawn = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
          if ((set & 1 << i) != 0) {
            drawn.add(all.get(i));
          }
        }
        lots.add(new Lot(occasion, drawn));
      }
    }
    return lots;
  }

  @Test
  void stops_at_the_first_size_that_can_satisfy_all_and_draws_only_there() {
    Random random = new Random(709);
    int lotsNeeded = 0;
    for (int i = 0; i < 5_000; i++) {
      List<Demand> demands = new ArrayList<>();
      for (int party = 1 + random.nextInt(5); party > 0; party--) {
        int claim = random.nextInt(6);
        demands.addFirst(
            new Demand(
                "P" + party,
                1 + random.nextInt(12),
                claim,
                Math.max(0, claim - random.nextInt(3))));
      }
      int tolerance = random.nextInt(4);
      int base = random.nextInt(12);
      Lots lots = Lots.none();
      Answer expected = naive(demands, tolerance, base, lots);
      assertThat(answer(demands, tolerance, base, lots)).as("%s", demands).isEqualTo(expected);
      while (expected.lot().isPresent()) {
        lotsNeeded++;
        List<Lot> possible = outcomes(expected.lot().orElseThrow());
        lots = Lots.of(List.of(possible.get(random.nextInt(possible.size()))));
        expected = naive(demands, tolerance, base, lots);
        assertThat(answer(demands, tolerance, base, lots)).as("%s", demands).isEqualTo(expected);
        if (expected.lot().isPresent()) {
          break; // a second lot at a later size: the first is forgotten here
        }
      }
    }
    assertThat(lotsNeeded).isGreaterThan(500);
  }

  @Test
  void claims_that_no_size_or_vote_can_satisfy_are_not_decidable() {
    assertThat(
            new Enlarging(List.of(new Demand("A", 0, 0, 0)), 0, "test", new Course(Lots.none()))
                .from(1))
        .isEqualTo(
            new Allocation.NotYetDecidable<SortedMap<String, Integer>>(Reason.NO_VOTES, List.of()));
    assertThat(
            new Enlarging(
                    List.of(new Demand("A", 1, 2, 2), new Demand("B", 1_000_000, 0, 0)),
                    0,
                    "test",
                    new Course(Lots.none()))
                .from(1))
        .isInstanceOfSatisfying(
            Allocation.NotYetDecidable.class,
            waiting -> assertThat(waiting.reason()).isEqualTo(Reason.TOO_MANY_SEATS));
  }

  private static Answer answer(List<Demand> demands, int tolerance, int base, Lots lots) {
    Allocation<SortedMap<String, Integer>> allocation =
        new Enlarging(demands, tolerance, "test", new Course(lots)).from(base);
    return switch (allocation) {
      case Allocated<SortedMap<String, Integer>> allocated ->
          new Answer(Optional.empty(), allocated.result());
      case LotRequired<SortedMap<String, Integer>> required ->
          new Answer(Optional.of(required.lot()), new TreeMap<>());
      case Allocation.NotYetDecidable<SortedMap<String, Integer>> waiting ->
          throw new AssertionError(waiting.toString());
    };
  }
}
