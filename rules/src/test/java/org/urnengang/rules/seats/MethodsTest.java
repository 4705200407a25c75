package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Distributions.D_HONDT;
import static org.urnengang.rules.seats.Distributions.HARE_NIEMEYER;
import static org.urnengang.rules.seats.Distributions.SAINTE_LAGUE;
import static org.urnengang.rules.seats.Distributions.question;
import static org.urnengang.rules.seats.Distributions.seats;
import static org.urnengang.rules.seats.Distributions.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.SeatTable.Span;

class MethodsTest {

  private static ApportionmentMethod method(MethodKind kind) {
    return switch (kind) {
      case SAINTE_LAGUE -> SAINTE_LAGUE;
      case D_HONDT -> D_HONDT;
      case HARE_NIEMEYER -> HARE_NIEMEYER;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"thueringen-2017", "three-7", "three-8", "ten-15"})
  void each_method_gives_the_seats_of_the_vector(String vector) {
    List<Map<String, String>> rows =
        Table.rows("plain-vectors.csv").stream()
            .filter(row -> vector.equals(row.get("vector")))
            .toList();
    List<Object> claims = new ArrayList<>();
    rows.forEach(
        row -> {
          claims.add(row.get("key"));
          claims.add(Long.parseLong(row.get("votes")));
        });
    int seats = Integer.parseInt(rows.getFirst().get("seats"));

    for (MethodKind kind : MethodKind.values()) {
      SortedMap<String, Integer> expected = new TreeMap<>();
      rows.forEach(row -> expected.put(row.get("key"), Integer.parseInt(row.get(kind.key()))));
      assertThat(seats(method(kind).allocate(question(seats, claims.toArray()), Lots.none())))
          .as(kind.key())
          .isEqualTo(expected);
    }
  }

  @Test
  void divisor_span_of_thueringen_2017_is_the_official_one() {
    Distribution thueringen =
        question(
            17, "CDU", 372_258, "AfD", 294_069, "LINKE", 218_212, "SPD", 171_032, "FDP", 101_129,
            "GRÜNE", 53_340);

    Span span = table(SAINTE_LAGUE.allocate(thueringen, Lots.none())).span();

    assertThat(span.low().truncated(6)).isEqualTo("67683,272727");
    assertThat(span.high().orElseThrow().truncated(1)).isEqualTo("68412,8");
  }

  @Test
  void sainte_lague_names_every_seat_with_its_quotient() {
    assertThat(table(SAINTE_LAGUE.allocate(question(4, "A", 416, "B", 338, "C", 246), Lots.none())))
        .extracting(SeatTable::order)
        .isEqualTo(
            List.of(
                new AwardedSeat(1, "A", Basis.QUOTIENT, Fraction.of(832), false),
                new AwardedSeat(2, "B", Basis.QUOTIENT, Fraction.of(676), false),
                new AwardedSeat(3, "C", Basis.QUOTIENT, Fraction.of(492), false),
                new AwardedSeat(4, "A", Basis.QUOTIENT, new Fraction(832, 3), false)));
  }

  @Test
  void hare_niemeyer_names_whole_shares_before_remainders() {
    SeatTable table =
        table(HARE_NIEMEYER.allocate(question(4, "A", 416, "B", 338, "C", 246), Lots.none()));

    assertThat(table.order())
        .containsExactly(
            new AwardedSeat(1, "A", Basis.WHOLE_SHARE, new Fraction(1664, 1000), false),
            new AwardedSeat(2, "B", Basis.WHOLE_SHARE, new Fraction(1352, 1000), false),
            new AwardedSeat(3, "C", Basis.REMAINDER, new Fraction(984, 1000), false),
            new AwardedSeat(4, "A", Basis.REMAINDER, new Fraction(664, 1000), false));
    assertThat(table.span().low()).isEqualTo(new Fraction(352, 1000));
    assertThat(table.span().high()).contains(new Fraction(664, 1000));
  }

  @ParameterizedTest
  @CsvSource({"SAINTE_LAGUE,300,2", "D_HONDT,200,2", "HARE_NIEMEYER,100,3"})
  void a_tie_beyond_the_open_seats_needs_a_lot(MethodKind kind, long votesOfA, int seats) {
    Distribution question = question(seats, "B", 100, "A", votesOfA);

    Allocation<SeatTable> allocation = method(kind).allocate(question, Lots.none());

    assertThat(allocation)
        .isEqualTo(
            new LotRequired<SeatTable>(
                new LotCase(Stage.of(Stage.Kind.SEATS), seats, List.of("A", "B"), 1), List.of()));
  }

  @Test
  void a_lot_among_two_leaves_the_third_out() {
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), 1, List.of("A", "B"), 1);

    assertThat(SAINTE_LAGUE.allocate(question(1, "A", 500, "B", 500, "C", 100), Lots.none()))
        .isEqualTo(new LotRequired<SeatTable>(tie, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"SAINTE_LAGUE,300,2", "D_HONDT,200,2", "HARE_NIEMEYER,100,3"})
  void a_recorded_lot_decides_and_is_shown(MethodKind kind, long votesOfA, int seats) {
    Distribution question = question(seats, "B", 100, "A", votesOfA);
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), seats, List.of("A", "B"), 1);

    for (String winner : tie.candidates()) {
      Lot lot = new Lot(tie, new TreeSet<>(List.of(winner)));
      SeatTable table = table(method(kind).allocate(question, Lots.of(List.of(lot))));
      assertThat(table.total()).isEqualTo(seats);
      assertThat(table.order().getLast())
          .satisfies(
              seat -> {
                assertThat(seat.key()).isEqualTo(winner);
                assertThat(seat.byLot()).isTrue();
              });
      assertThat(table.span().high()).contains(table.span().low());
    }
  }

  @Test
  void a_lot_for_another_case_decides_nothing() {
    LotCase other = new LotCase(Stage.of(Stage.Kind.SEATS), 4, List.of("A", "B"), 1);
    Lots lots = Lots.of(List.of(new Lot(other, new TreeSet<>(List.of("A")))));

    assertThat(SAINTE_LAGUE.allocate(question(2, "A", 300, "B", 100), lots))
        .isInstanceOf(LotRequired.class);
  }

  @ParameterizedTest
  @EnumSource(MethodKind.class)
  void a_tie_that_fits_into_the_open_seats_needs_no_lot(MethodKind kind) {
    assertThat(seats(method(kind).allocate(question(2, "A", 100, "B", 100), Lots.none())))
        .isEqualTo(Map.of("A", 1, "B", 1));
  }

  @ParameterizedTest
  @EnumSource(MethodKind.class)
  void nobody_without_votes_receives_a_seat(MethodKind kind) {
    assertThat(seats(method(kind).allocate(question(50, "A", 1, "B", 0), Lots.none())))
        .isEqualTo(Map.of("A", 50, "B", 0));
  }

  @ParameterizedTest
  @EnumSource(MethodKind.class)
  void seats_without_any_votes_are_not_decidable(MethodKind kind) {
    assertThat(method(kind).allocate(question(1, "A", 0, "B", 0), Lots.none()))
        .isEqualTo(new NotYetDecidable<SeatTable>(Reason.NO_VOTES, List.of()));
    assertThat(seats(method(kind).allocate(question(0, "A", 0), Lots.none())))
        .isEqualTo(Map.of("A", 0));
  }

  @ParameterizedTest
  @CsvSource({"SAINTE_LAGUE,4,1,1", "D_HONDT,4,2,0", "HARE_NIEMEYER,4,1,1"})
  void minimum_seats_are_kept_and_the_rest_goes_by_votes(MethodKind kind, int a, int b, int c) {
    Distribution question =
        new Distribution(
            Stage.of(Stage.Kind.SEATS),
            6,
            List.of(new Claim("A", 10, 4), Claim.of("B", 70), Claim.of("C", 30)));

    assertThat(seats(method(kind).allocate(question, Lots.none())))
        .isEqualTo(Map.of("A", a, "B", b, "C", c));
  }

  @Test
  void minimum_seats_stand_first_in_the_order_and_outside_the_span() {
    Distribution question =
        new Distribution(
            Stage.of(Stage.Kind.SEATS), 3, List.of(new Claim("A", 10, 2), Claim.of("B", 70)));

    SeatTable table = table(SAINTE_LAGUE.allocate(question, Lots.none()));

    assertThat(table.order())
        .extracting(AwardedSeat::key, AwardedSeat::basis)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A", Basis.MINIMUM),
            org.assertj.core.groups.Tuple.tuple("A", Basis.MINIMUM),
            org.assertj.core.groups.Tuple.tuple("B", Basis.QUOTIENT));
    assertThat(table.span().low()).isEqualTo(new Fraction(140, 3));
    assertThat(table.span().high()).contains(Fraction.of(140));
  }

  @Test
  void hare_niemeyer_leaves_out_those_who_fall_short_again_and_again() {
    Distribution question =
        new Distribution(
            Stage.of(Stage.Kind.SEATS),
            10,
            List.of(new Claim("A", 1, 3), new Claim("B", 24, 3), Claim.of("C", 75)));

    assertThat(seats(HARE_NIEMEYER.allocate(question, Lots.none())))
        .isEqualTo(Map.of("A", 3, "B", 3, "C", 4));
  }

  @Test
  void figures_that_contradict_each_other_are_refused() {
    assertThatThrownBy(() -> Claim.of("A", -1)).isInstanceOf(InvalidSeatInput.class);
    assertThatThrownBy(() -> question(1, "A", 1, "A", 2))
        .hasMessageContaining("A kommt doppelt vor");
    assertThatThrownBy(
            () -> new Distribution(Stage.of(Stage.Kind.SEATS), 1, List.of(new Claim("A", 1, 2))))
        .hasMessageContaining("2 Mindestsitze bei nur 1 Sitzen");
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), 1, List.of("A", "B"), 1);
    assertThatThrownBy(() -> new Lot(tie, new TreeSet<>(List.of("C"))))
        .isInstanceOf(InvalidSeatInput.class);
  }

  @Test
  void equal_quotients_stand_in_the_order_of_their_keys() {
    assertThat(
            table(SAINTE_LAGUE.allocate(question(3, "C", 9, "B", 9, "A", 9), Lots.none())).order())
        .extracting(AwardedSeat::key)
        .containsExactly("A", "B", "C");
  }

  @Test
  void minimum_seats_alone_are_never_tied() {
    Distribution question =
        new Distribution(
            Stage.of(Stage.Kind.SEATS), 1, List.of(new Claim("A", 100, 1), Claim.of("B", 100)));

    assertThat(seats(SAINTE_LAGUE.allocate(question, Lots.none())))
        .isEqualTo(Map.of("A", 1, "B", 0));
  }

  @Test
  void hare_niemeyer_draws_only_for_the_seats_below_the_certain_remainders() {
    // of 10: A 3.9, B 2.3, C 2.3, D 1.5: A and D win, no tie
    assertThat(
            seats(
                HARE_NIEMEYER.allocate(
                    question(10, "A", 39, "B", 23, "C", 23, "D", 15), Lots.none())))
        .isEqualTo(Map.of("A", 4, "B", 2, "C", 2, "D", 2));
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), 5, List.of("B", "C"), 1);
    // of 5: A 1.9, B 1.55, C 1.55: A is certain, B and C are tied for one
    assertThat(HARE_NIEMEYER.allocate(question(5, "A", 38, "B", 31, "C", 31), Lots.none()))
        .isEqualTo(new LotRequired<SeatTable>(tie, List.of()));
  }

  @Test
  void hare_niemeyer_keeps_who_reaches_the_minimum_by_a_remainder() {
    // of 10: A 1.8 -> 2, its minimum, so nobody is left out
    Distribution question =
        new Distribution(
            Stage.of(Stage.Kind.SEATS),
            10,
            List.of(new Claim("A", 18, 2), Claim.of("B", 41), Claim.of("C", 41)));

    assertThat(seats(HARE_NIEMEYER.allocate(question, Lots.none())))
        .isEqualTo(Map.of("A", 2, "B", 4, "C", 4));
    assertThat(table(HARE_NIEMEYER.allocate(question, Lots.none())).order())
        .extracting(AwardedSeat::basis)
        .doesNotContain(Basis.MINIMUM);
  }

  @Test
  void lots_that_differ_on_one_case_are_refused() {
    LotCase tie = new LotCase(Stage.of(Stage.Kind.SEATS), 1, List.of("A", "B"), 1);
    Lot forA = new Lot(tie, new TreeSet<>(List.of("A")));
    Lot forB = new Lot(tie, new TreeSet<>(List.of("B")));

    assertThat(Lots.of(List.of(forA, forA)).drawn(tie)).contains(forA.drawn());
    assertThatThrownBy(() -> Lots.of(List.of(forA, forB))).isInstanceOf(InvalidSeatInput.class);
    LotRequired<SeatTable> required = new LotRequired<>(tie, List.of());
    assertThat(required.candidates()).containsExactly("A", "B");
    assertThat(required.seatsOpen()).isEqualTo(1);
  }

  @Test
  void a_stage_reads_what_it_writes() {
    for (Stage.Kind kind : Stage.Kind.values()) {
      for (String subject : List.of("", "9/CSU", "a:b")) {
        Stage stage = new Stage(kind, subject);
        assertThat(Stage.parse(stage.toString())).contains(stage);
      }
    }
    assertThat(Stage.parse("unknown:1")).isEmpty();
  }

  @Test
  void two_calculations_that_differ_are_a_disagreement() {
    Allocation<SeatTable> one = SAINTE_LAGUE.allocate(question(3, "A", 9, "B", 1), Lots.none());
    Allocation<SeatTable> same = SAINTE_LAGUE.allocate(question(3, "B", 1, "A", 9), Lots.none());
    Allocation<SeatTable> other = D_HONDT.allocate(question(2, "A", 9, "B", 1), Lots.none());

    assertThat(one.agreesWith(same)).isTrue();
    assertThat(one.agreesWith(other)).isFalse();
    assertThat(one.agreesWith(new NotYetDecidable<>(Reason.NO_VOTES, List.of()))).isFalse();
    assertThat(one).isInstanceOf(Allocated.class);
  }
}
