package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Distributions;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.Stage;

/** The methods by search for the divisor, on figures that can be checked by hand. */
class DivisorMethodsTest {
  private static final Stage STAGE = Stage.of(Stage.Kind.SEATS);

  private static SeatTable table(MethodKind kind, Distribution distribution) {
    return Second.result(Second.allocate(kind, distribution));
  }

  @Test
  void the_divisor_of_thueringen_2017_lies_in_the_published_span() {
    SeatTable table =
        table(
            MethodKind.SAINTE_LAGUE,
            Distributions.question(
                17, "CDU", 372258, "AfD", 294069, "LINKE", 218212, "SPD", 171032, "FDP", 101129,
                "GRÜNE", 53340));

    assertThat(table.span().low().truncated(2)).isEqualTo("67683,27");
    assertThat(table.span().high().orElseThrow().truncated(2)).isEqualTo("68412,80");
    assertThat(table.order()).hasSize(17);
    assertThat(table.order().getFirst())
        .isEqualTo(new AwardedSeat(1, "CDU", Basis.QUOTIENT, Fraction.of(744516), false));
  }

  @ParameterizedTest
  @CsvSource({
    "SAINTE_LAGUE, 300, 100, 2",
    "D_HONDT, 200, 100, 2",
    "HARE_NIEMEYER, 50, 50, 3",
  })
  void a_tie_for_the_last_seat_is_a_lot_between_the_tied(
      MethodKind kind, long a, long b, int seats) {
    Distribution distribution = Distributions.question(seats, "A", a, "B", b);

    LotCase lot = Second.lot(Second.allocate(kind, distribution));

    assertThat(lot).isEqualTo(new LotCase(STAGE, seats, List.of("A", "B"), 1));
    SeatTable table = Second.result(Second.allocate(kind, distribution, Second.drawn(lot, "B")));
    assertThat(table.total()).isEqualTo(seats);
    assertThat(table.order().stream().filter(AwardedSeat::byLot).map(AwardedSeat::key))
        .containsExactly("B");
    assertThat(table.span().low()).isEqualTo(table.span().high().orElseThrow());
  }

  @Test
  void a_tie_leaves_out_whoever_is_smaller() {
    LotCase lot =
        Second.lot(
            Second.allocate(
                MethodKind.SAINTE_LAGUE, Distributions.question(1, "A", 500, "B", 500, "C", 100)));

    assertThat(lot.candidates()).containsExactly("A", "B");
  }

  @Test
  void a_tie_for_which_there_is_room_needs_no_lot() {
    SeatTable table =
        table(MethodKind.D_HONDT, Distributions.question(2, "A", 100, "B", 100, "C", 99));

    assertThat(table.seats()).containsEntry("A", 1).containsEntry("B", 1).containsEntry("C", 0);
    assertThat(table.span().low()).isEqualTo(Fraction.of(99));
    assertThat(table.order()).noneMatch(AwardedSeat::byLot);
  }

  @ParameterizedTest
  @EnumSource
  void minimum_seats_come_first_and_bound_no_divisor(MethodKind kind) {
    SeatTable table =
        table(
            kind,
            new Distribution(STAGE, 10, List.of(new Claim("A", 90, 0), new Claim("B", 10, 4))));

    assertThat(table.seats()).containsEntry("A", 6).containsEntry("B", 4);
    assertThat(table.order().subList(0, 4))
        .allMatch(seat -> seat.basis() == Basis.MINIMUM && seat.key().equals("B"));
    assertThat(table.order().subList(4, 10)).allMatch(seat -> seat.key().equals("A"));
  }

  @ParameterizedTest
  @EnumSource
  void all_minimum_seats_need_no_votes(MethodKind kind) {
    Distribution distribution =
        new Distribution(STAGE, 3, List.of(new Claim("A", 0, 1), new Claim("B", 0, 2)));

    SeatTable table = table(kind, distribution);

    assertThat(table.seats()).containsEntry("A", 1).containsEntry("B", 2);
    assertThat(table.span().low()).isEqualTo(Fraction.ZERO);
    assertThat(table.span().high()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void open_seats_without_votes_are_given_to_nobody(MethodKind kind) {
    Distribution distribution = new Distribution(STAGE, 2, List.of(new Claim("A", 0, 1)));

    assertThat(Second.reason(Second.allocate(kind, distribution))).isEqualTo(Reason.NO_VOTES);
  }

  @ParameterizedTest
  @EnumSource
  void nobody_without_votes_receives_one_of_100_000_seats(MethodKind kind) {
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.of("A", 1));
    claims.add(Claim.of("B", Claim.MAX_VOTES - 1));
    claims.add(Claim.of("C", 0));

    SeatTable table = table(kind, new Distribution(STAGE, Distribution.MAX_SEATS, claims));

    assertThat(table.seats()).containsEntry("A", 0).containsEntry("B", 100_000);
    assertThat(table.seats()).containsEntry("C", 0);
  }

  @Test
  void shares_are_given_before_remainders_and_the_threshold_lies_between() {
    SeatTable table =
        table(MethodKind.HARE_NIEMEYER, Distributions.question(7, "A", 416, "B", 338, "C", 246));

    assertThat(table.seats()).containsEntry("A", 3).containsEntry("B", 2).containsEntry("C", 2);
    assertThat(table.order().stream().map(AwardedSeat::basis))
        .containsExactly(
            Basis.WHOLE_SHARE,
            Basis.WHOLE_SHARE,
            Basis.WHOLE_SHARE,
            Basis.WHOLE_SHARE,
            Basis.WHOLE_SHARE,
            Basis.REMAINDER,
            Basis.REMAINDER);
    assertThat(table.span().low()).isEqualTo(new Fraction(366, 1000));
    assertThat(table.span().high()).contains(new Fraction(722, 1000));
  }

  @Test
  void a_lot_that_leaves_a_loser_short_of_its_minimum_starts_another_round() {
    Distribution distribution =
        new Distribution(
            STAGE, 5, List.of(new Claim("A", 30, 2), new Claim("B", 30, 0), new Claim("C", 40, 0)));

    LotCase lot = Second.lot(Second.allocate(MethodKind.HARE_NIEMEYER, distribution));
    SeatTable table =
        Second.result(
            Second.allocate(MethodKind.HARE_NIEMEYER, distribution, Second.drawn(lot, "B")));

    assertThat(lot.candidates()).containsExactly("A", "B");
    assertThat(table.seats()).containsEntry("A", 2).containsEntry("B", 1).containsEntry("C", 2);
  }
}
