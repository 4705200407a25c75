package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatImplementation;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.TwofoldCalculation;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;

/** The fault of 1 September 2024: from one seat on the quotients of another row were used. */
class SaxonyTest {
  private static final int LAST_SOUND_SEAT = 116;

  /** Gives seat by seat, up to 116 by v/(s+½), from then on by v/(s+1). */
  private record RowSwitch() implements ApportionmentMethod, SeatImplementation {
    @Override
    public MethodKind kind() {
      return MethodKind.SAINTE_LAGUE;
    }

    @Override
    public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
      Map<String, Integer> seats = new TreeMap<>();
      distribution.claims().forEach(claim -> seats.put(claim.key(), 0));
      List<AwardedSeat> order = new ArrayList<>();
      while (order.size() < distribution.seats()) {
        boolean sound = order.size() < LAST_SOUND_SEAT;
        Claim next =
            distribution.claims().stream()
                .max(Comparator.comparing(claim -> quotient(claim, seats, sound)))
                .orElseThrow();
        Fraction quotient = quotient(next, seats, sound);
        order.add(new AwardedSeat(order.size() + 1, next.key(), Basis.QUOTIENT, quotient, false));
        seats.merge(next.key(), 1, Integer::sum);
      }
      Fraction low =
          distribution.claims().stream()
              .map(claim -> quotient(claim, seats, true))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return new Allocation.Allocated<>(
          new SeatTable(
              kind(),
              distribution.stage(),
              seats,
              order,
              new SeatTable.Span(low, Optional.of(order.getLast().value()))),
          List.of());
    }

    private static Fraction quotient(Claim claim, Map<String, Integer> seats, boolean sound) {
      long before = seats.getOrDefault(claim.key(), 0);
      return sound
          ? new Fraction(2 * claim.votes(), 2 * before + 1)
          : new Fraction(claim.votes(), before + 1);
    }

    @Override
    public String name() {
      return "row-switch";
    }

    @Override
    public List<ApportionmentMethod> methods() {
      return List.of(this);
    }

    @Override
    public List<SeatLaw<?, ?>> laws() {
      return List.of();
    }
  }

  /** Invented votes of a Land like Saxony. */
  private static Distribution landtag(int seats) {
    return new Distribution(
        Stage.of(Stage.Kind.PARTIES),
        seats,
        List.of(
            Claim.of("A", 749_300),
            Claim.of("B", 719_100),
            Claim.of("C", 277_200),
            Claim.of("D", 172_100),
            Claim.of("E", 119_900),
            Claim.of("F", 104_800)));
  }

  @Test
  void a_method_that_takes_other_quotients_from_seat_117_on_agrees_up_to_116() {
    TwofoldCalculation twofold =
        new TwofoldCalculation(new RowSwitch(), new DivisorImplementation());

    for (int seats = 1; seats <= LAST_SOUND_SEAT; seats++) {
      assertThat(twofold.allocate(MethodKind.SAINTE_LAGUE, landtag(seats), Lots.none()))
          .as("%s seats", seats)
          .isInstanceOf(Agreement.class);
    }
  }

  @Test
  void the_double_calculation_catches_it_at_seat_117() {
    TwofoldCalculation twofold =
        new TwofoldCalculation(new RowSwitch(), new DivisorImplementation());

    for (int seats = LAST_SOUND_SEAT + 1; seats <= 120; seats++) {
      assertThat(twofold.allocate(MethodKind.SAINTE_LAGUE, landtag(seats), Lots.none()))
          .as("%s seats", seats)
          .isInstanceOf(Disagreement.class);
    }
  }

  @Test
  void the_fault_gives_seats_to_the_wrong_parties() {
    Map<String, Integer> wrong =
        Second.result(new RowSwitch().allocate(landtag(120), Lots.none())).seats();

    assertThat(wrong)
        .isNotEqualTo(
            Second.result(Second.allocate(MethodKind.SAINTE_LAGUE, landtag(120))).seats());
  }
}
