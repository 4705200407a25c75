package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Calculations.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.ListSeats.Filled;
import org.urnengang.rules.seats.ListSeats.InDistrict;
import org.urnengang.rules.seats.ListSeats.OnList;
import org.urnengang.rules.seats.ListSeats.Seat;
import org.urnengang.rules.seats.ListSeats.SkipReason;
import org.urnengang.rules.seats.ListSeats.Skipped;

class ListFillingTest {

  private static ListSeats question(
      int seats,
      Map<String, String> winners,
      List<String> uncovered,
      List<String> candidates,
      Set<String> elsewhere,
      Set<String> gone,
      boolean succession) {
    return new ListSeats(
        "Liste",
        seats,
        new TreeMap<>(winners),
        uncovered,
        candidates,
        new TreeSet<>(elsewhere),
        new TreeSet<>(gone),
        succession);
  }

  @Test
  void district_winners_come_first_and_are_passed_over_on_the_list() {
    Filled filled =
        result(
            Laws.LISTENBESETZUNG,
            question(
                4,
                Map.of("133", "Ana", "134", "Ben"),
                List.of(),
                List.of("Cem", "Ana", "Dora", "Emil", "Fee"),
                Set.of("Dora"),
                Set.of(),
                true));

    assertThat(filled.taken())
        .containsExactly(
            new Seat("Ana", new InDistrict("133")),
            new Seat("Ben", new InDistrict("134")),
            new Seat("Cem", new OnList(1)),
            new Seat("Emil", new OnList(4)));
    assertThat(filled.skipped())
        .containsExactly(
            new Skipped(2, "Ana", SkipReason.ELECTED_IN_DISTRICT),
            new Skipped(3, "Dora", SkipReason.ELECTED_ELSEWHERE));
    assertThat(filled.vacant()).isZero();
    assertThat(filled.successors()).containsExactly("Fee");
  }

  @Test
  void an_exhausted_list_leaves_its_seats_vacant() {
    Filled filled =
        result(
            Laws.LISTENBESETZUNG,
            question(
                3, Map.of(), List.of(), List.of("Cem", "Dora"), Set.of(), Set.of("Dora"), true));

    assertThat(filled.taken()).containsExactly(new Seat("Cem", new OnList(1)));
    assertThat(filled.vacant()).isEqualTo(2);
    assertThat(filled.successors()).isEmpty();
  }

  @Test
  void uncovered_district_winners_succeed_before_the_list() {
    Filled filled =
        result(
            Laws.LISTENBESETZUNG,
            question(
                1,
                Map.of("1", "Ana"),
                List.of("Gül", "Hans"),
                List.of("Cem", "Hans", "Gone", "Dora"),
                Set.of(),
                Set.of("Gone"),
                true));

    assertThat(filled.successors()).containsExactly("Gül", "Hans", "Cem", "Dora");
  }

  @Test
  void uncovered_winners_who_left_or_sit_elsewhere_do_not_succeed() {
    assertThat(
            result(
                    Laws.LISTENBESETZUNG,
                    question(
                        0,
                        Map.of(),
                        List.of("Gül", "Hans", "Ida"),
                        List.of(),
                        Set.of("Gül"),
                        Set.of("Hans"),
                        true))
                .successors())
        .containsExactly("Ida");
  }

  @Test
  void nobody_succeeds_while_overhang_seats_remain() {
    assertThat(
            result(
                    Laws.LISTENBESETZUNG,
                    question(
                        1,
                        Map.of("1", "Ana"),
                        List.of(),
                        List.of("Cem"),
                        Set.of(),
                        Set.of(),
                        false))
                .successors())
        .isEmpty();
  }

  @Test
  void more_district_seats_than_seats_are_refused() {
    assertThatThrownBy(
            () -> question(0, Map.of("1", "Ana"), List.of(), List.of(), Set.of(), Set.of(), true))
        .isInstanceOf(InvalidSeatInput.class);
  }
}
