package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.draw;
import static org.urnengang.rules.seats.Calculations.lotCase;
import static org.urnengang.rules.seats.Calculations.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.seats.MayorElection.Elected;
import org.urnengang.rules.seats.MayorElection.MajorityOf;
import org.urnengang.rules.seats.MayorElection.NotElected;
import org.urnengang.rules.seats.MayorElection.Result;
import org.urnengang.rules.seats.MayorElection.Round;
import org.urnengang.rules.seats.MayorElection.RunOff;

class MayorNrwTest {
  private static final MayorElection.Rules RULES =
      MayorElection.Rules.of(BundestagData.lawData("buergermeister-nrw"));

  private static MayorElection election(Round round, Map<String, Long> votes) {
    long valid = votes.values().stream().mapToLong(Long::longValue).sum();
    return new MayorElection(RULES, round, new TreeMap<>(votes), valid, valid, 10_000);
  }

  private static Result runOff(String... candidates) {
    return new RunOff(new TreeSet<>(List.of(candidates)));
  }

  @Test
  void more_than_half_of_the_valid_votes_elects() {
    assertThat(
            result(
                Laws.BUERGERMEISTER_NRW,
                election(Round.FIRST, Map.of("A", 501L, "B", 300L, "C", 200L))))
        .isEqualTo(new Elected("A"));
  }

  @Test
  void exactly_half_leads_to_a_run_off_of_the_top_two() {
    assertThat(
            result(
                Laws.BUERGERMEISTER_NRW,
                election(Round.FIRST, Map.of("A", 500L, "B", 300L, "C", 200L))))
        .isEqualTo(runOff("A", "B"));
    assertThat(result(Laws.BUERGERMEISTER_NRW, election(Round.FIRST, Map.of("A", 5L, "B", 5L))))
        .isEqualTo(runOff("A", "B"));
  }

  @Test
  void a_tie_for_the_second_place_needs_a_lot() {
    MayorElection election =
        election(Round.FIRST, Map.of("A", 400L, "B", 250L, "C", 250L, "D", 100L));
    LotCase tie = lotCase(Stage.Kind.RUN_OFF, "", 2, List.of("B", "C"), 1);

    assertThat(lotCase(apply(Laws.BUERGERMEISTER_NRW, election))).isEqualTo(tie);
    assertThat(result(Laws.BUERGERMEISTER_NRW, election, draw(tie, "C")))
        .isEqualTo(runOff("A", "C"));
  }

  @Test
  void three_equal_candidates_draw_for_both_places() {
    assertThat(
            lotCase(
                apply(
                    Laws.BUERGERMEISTER_NRW,
                    election(Round.FIRST, Map.of("A", 7L, "B", 7L, "C", 7L)))))
        .isEqualTo(lotCase(Stage.Kind.RUN_OFF, "", 2, List.of("A", "B", "C"), 2));
  }

  @Test
  void the_run_off_elects_by_more_votes_or_by_lot() {
    assertThat(result(Laws.BUERGERMEISTER_NRW, election(Round.RUN_OFF, Map.of("A", 4L, "B", 5L))))
        .isEqualTo(new Elected("B"));
    MayorElection tied = election(Round.RUN_OFF, Map.of("A", 5L, "B", 5L));
    LotCase tie = lotCase(Stage.Kind.ELECTED, "", 1, List.of("A", "B"), 1);
    assertThat(lotCase(apply(Laws.BUERGERMEISTER_NRW, tied))).isEqualTo(tie);
    assertThat(result(Laws.BUERGERMEISTER_NRW, tied, draw(tie, "A"))).isEqualTo(new Elected("A"));
  }

  @ParameterizedTest
  @CsvSource({
    "2501, 5000, true", // 50.02 % of the valid votes, 25.01 % of the entitled
    "2500, 5000, false", // no majority
    "2500, 4999, true", // exactly a quarter of the entitled
    "2499, 4000, false", // fewer than a quarter
  })
  void a_single_candidate_needs_a_majority_and_a_quarter_of_the_entitled(
      long yes, long valid, boolean elected) {
    MayorElection election =
        new MayorElection(RULES, Round.FIRST, new TreeMap<>(Map.of("A", yes)), valid, 6000, 10_000);

    assertThat(result(Laws.BUERGERMEISTER_NRW, election))
        .isEqualTo(elected ? new Elected("A") : new NotElected("A"));
  }

  @Test
  void the_majority_of_a_single_candidate_can_be_one_of_all_voters() {
    MayorElection.Rules ofVoters =
        new MayorElection.Rules(RULES.singleShare(), new Legal<>(MajorityOf.VOTERS, "test"));
    TreeMap<String, Long> votes = new TreeMap<>(Map.of("A", 3000L));

    assertThat(
            result(
                Laws.BUERGERMEISTER_NRW,
                new MayorElection(ofVoters, Round.FIRST, votes, 5000, 6000, 10_000)))
        .isEqualTo(new NotElected("A"));
    assertThat(
            result(
                Laws.BUERGERMEISTER_NRW,
                new MayorElection(ofVoters, Round.FIRST, votes, 5000, 5999, 10_000)))
        .isEqualTo(new Elected("A"));
  }

  @Test
  void figures_that_contradict_each_other_are_refused() {
    TreeMap<String, Long> votes = new TreeMap<>(Map.of("A", 3L, "B", 2L));
    assertThatThrownBy(() -> new MayorElection(RULES, Round.FIRST, votes, 6, 6, 9))
        .isInstanceOf(InvalidSeatInput.class);
    assertThatThrownBy(() -> new MayorElection(RULES, Round.FIRST, votes, 5, 4, 9))
        .isInstanceOf(InvalidSeatInput.class);
    TreeMap<String, Long> three = new TreeMap<>(Map.of("A", 3L, "B", 2L, "C", 1L));
    assertThatThrownBy(() -> new MayorElection(RULES, Round.RUN_OFF, three, 6, 6, 9))
        .hasMessageContaining("Stichwahl unter 3");
  }

  @Test
  void nobody_is_elected_without_a_vote() {
    assertThat(apply(Laws.BUERGERMEISTER_NRW, election(Round.FIRST, Map.of("A", 0L, "B", 0L))))
        .isInstanceOf(Allocation.NotYetDecidable.class);
  }
}
