package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.rules.seats.Distributions.D_HONDT;
import static org.urnengang.rules.seats.Distributions.HARE_NIEMEYER;
import static org.urnengang.rules.seats.Distributions.SAINTE_LAGUE;
import static org.urnengang.rules.seats.Distributions.question;
import static org.urnengang.rules.seats.Distributions.seats;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation.Allocated;

/** Each property holds, and each catches a mutant that breaks it. */
class MethodPropertiesTest {

  /** A method whose table is spoilt in one way. */
  private record Mutant(
      ApportionmentMethod method, Spoiling spoiling, UnaryOperator<Distribution> question)
      implements ApportionmentMethod {

    private interface Spoiling {
      SortedMap<String, Integer> seats(Distribution distribution, SortedMap<String, Integer> seats);
    }

    static Mutant ofSeats(ApportionmentMethod method, Spoiling spoiling) {
      return new Mutant(method, spoiling, UnaryOperator.identity());
    }

    static Mutant ofQuestion(ApportionmentMethod method, UnaryOperator<Distribution> question) {
      return new Mutant(method, (distribution, seats) -> seats, question);
    }

    @Override
    public MethodKind kind() {
      return method.kind();
    }

    @Override
    public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
      Allocation<SeatTable> allocation = method.allocate(question.apply(distribution), lots);
      if (!(allocation instanceof Allocated<SeatTable> allocated)) {
        return allocation;
      }
      SeatTable table = allocated.result();
      return new Allocated<>(
          new SeatTable(
              table.method(),
              table.stage(),
              spoiling.seats(distribution, new TreeMap<>(table.seats())),
              table.order(),
              table.span()),
          List.of());
    }
  }

  @Test
  void names_and_order_never_decide() {
    assertThat(MethodProperties.anonymity(SAINTE_LAGUE)).isEmpty();
    assertThat(MethodProperties.anonymity(D_HONDT)).isEmpty();
    assertThat(MethodProperties.anonymity(HARE_NIEMEYER)).isEmpty();
  }

  @Test
  void anonymity_catches_a_tie_given_to_the_first_name() {
    ApportionmentMethod firstNameWins =
        new ApportionmentMethod() {
          @Override
          public MethodKind kind() {
            return MethodKind.SAINTE_LAGUE;
          }

          @Override
          public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
            Allocation<SeatTable> allocation = SAINTE_LAGUE.allocate(distribution, lots);
            if (!(allocation instanceof Allocation.LotRequired<SeatTable> tie)) {
              return allocation;
            }
            SortedMap<String, Integer> drawn = new TreeMap<>();
            tie.candidates().stream().limit(tie.seatsOpen()).forEach(key -> drawn.put(key, 1));
            Lot lot = new Lot(tie.lot(), new java.util.TreeSet<>(drawn.keySet()));
            return SAINTE_LAGUE.allocate(distribution, Lots.of(List.of(lot)));
          }
        };

    assertThat(MethodProperties.anonymity(firstNameWins)).isPresent();
  }

  @Test
  void divisor_methods_never_take_a_seat_when_the_house_grows() {
    assertThat(MethodProperties.houseMonotonicity(SAINTE_LAGUE)).isEmpty();
    assertThat(MethodProperties.houseMonotonicity(D_HONDT)).isEmpty();
  }

  @Test
  void house_monotonicity_catches_hare_niemeyer_and_a_row_of_other_quotients() {
    assertThat(MethodProperties.houseMonotonicity(HARE_NIEMEYER)).isPresent();
    assertThat(MethodProperties.houseMonotonicity(switchingAt(30))).isPresent();
  }

  /** Saxony 2024: from some seat on the quotients of another method were used. */
  private static ApportionmentMethod switchingAt(int seats) {
    return new ApportionmentMethod() {
      @Override
      public MethodKind kind() {
        return MethodKind.SAINTE_LAGUE;
      }

      @Override
      public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
        return (distribution.seats() < seats ? SAINTE_LAGUE : D_HONDT).allocate(distribution, lots);
      }
    };
  }

  @Test
  void hare_niemeyer_shows_the_alabama_paradox() {
    assertThat(seats(HARE_NIEMEYER.allocate(question(10, "A", 6, "B", 6, "C", 2), Lots.none())))
        .isEqualTo(Map.of("A", 4, "B", 4, "C", 2));
    assertThat(seats(HARE_NIEMEYER.allocate(question(11, "A", 6, "B", 6, "C", 2), Lots.none())))
        .isEqualTo(Map.of("A", 5, "B", 5, "C", 1));
  }

  @Test
  void who_gains_votes_loses_no_seat() {
    assertThat(MethodProperties.populationMonotonicity(SAINTE_LAGUE)).isEmpty();
    assertThat(MethodProperties.populationMonotonicity(D_HONDT)).isEmpty();
    assertThat(MethodProperties.populationMonotonicity(HARE_NIEMEYER)).isEmpty();
    assertThat(MethodProperties.pairwisePopulationMonotonicity(SAINTE_LAGUE)).isEmpty();
    assertThat(MethodProperties.pairwisePopulationMonotonicity(D_HONDT)).isEmpty();
  }

  @Test
  void population_monotonicity_catches_votes_cut_to_six_digits() {
    ApportionmentMethod cut =
        Mutant.ofQuestion(
            SAINTE_LAGUE,
            d ->
                new Distribution(
                    d.stage(),
                    d.seats(),
                    d.claims().stream()
                        .map(c -> new Claim(c.key(), c.votes() % 1_000_000, c.minimum()))
                        .toList()));

    assertThat(MethodProperties.populationMonotonicity(cut)).isPresent();
    assertThat(MethodProperties.pairwisePopulationMonotonicity(cut)).isPresent();
  }

  @Test
  void hare_niemeyer_stays_within_the_quota() {
    assertThat(MethodProperties.quota(HARE_NIEMEYER)).isEmpty();
  }

  @Test
  void quota_catches_dhondt() {
    assertThat(MethodProperties.quota(D_HONDT)).isPresent();
  }

  @Test
  void sainte_lague_can_leave_the_quota() {
    // share of A: 95.92 of 101 seats
    SortedMap<String, Integer> seats =
        seats(
            SAINTE_LAGUE.allocate(
                question(
                    101, "A", 9400, "B", 60, "C", 65, "D", 66, "E", 67, "F", 68, "G", 69, "H", 55,
                    "I", 48),
                Lots.none()));

    assertThat(seats).containsEntry("A", 94);
  }

  @Test
  void no_seat_is_given_without_votes_or_lost() {
    assertThat(MethodProperties.seatsOnlyForVotes(SAINTE_LAGUE)).isEmpty();
    assertThat(MethodProperties.seatsOnlyForVotes(D_HONDT)).isEmpty();
    assertThat(MethodProperties.seatsOnlyForVotes(HARE_NIEMEYER)).isEmpty();
  }

  @Test
  void seats_only_for_votes_catches_one_seat_moved_to_the_weakest() {
    ApportionmentMethod moved =
        Mutant.ofSeats(
            SAINTE_LAGUE,
            (distribution, seats) -> {
              seats.merge(seats.firstKey(), -1, Integer::sum);
              distribution.claims().stream()
                  .filter(claim -> claim.votes() == 0)
                  .findFirst()
                  .ifPresentOrElse(
                      claim -> seats.merge(claim.key(), 1, Integer::sum),
                      () -> seats.merge(seats.firstKey(), 1, Integer::sum));
              return seats;
            });
    ApportionmentMethod lost =
        Mutant.ofSeats(
            D_HONDT,
            (distribution, seats) -> {
              seats.merge(seats.firstKey(), 1, Integer::sum);
              return seats;
            });

    assertThat(MethodProperties.seatsOnlyForVotes(moved)).isPresent();
    assertThat(MethodProperties.seatsOnlyForVotes(lost)).isPresent();
  }
}
