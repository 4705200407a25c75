package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.ReferendumDay.Result;
import org.urnengang.rules.seats.ReferendumDay.YesNo;

class ReferendumsNrwTest {
  private static final ReferendumDay.Rules RULES =
      ReferendumDay.Rules.of(BundestagData.lawData("buergerentscheid-nrw"));
  private static final Map<String, YesNo> BOTH_YES =
      Map.of("bad", new YesNo(3000, 1000), "halle", new YesNo(2600, 1400));

  private static ReferendumDay day(
      Map<String, YesNo> questions, List<String> incompatible, Map<String, Long> runOff) {
    Optional<SortedMap<String, Long>> votes =
        runOff.isEmpty() ? Optional.empty() : Optional.of(new TreeMap<>(runOff));
    return new ReferendumDay(
        RULES, 20_000, 10_000, new TreeMap<>(questions), new TreeSet<>(incompatible), votes);
  }

  private static Result decide(
      Map<String, YesNo> questions, List<String> incompatible, Map<String, Long> runOff) {
    return result(Laws.BUERGERENTSCHEID_NRW, day(questions, incompatible, runOff));
  }

  @Test
  void questions_that_go_together_are_both_carried_out() {
    Result result = decide(BOTH_YES, List.of(), Map.of());

    assertThat(result.carriedOut()).containsExactly("bad", "halle");
    assertThat(result.runOffUsed()).isFalse();
  }

  @Test
  void the_run_off_question_decides_between_two_that_do_not() {
    Result result = decide(BOTH_YES, List.of("bad", "halle"), Map.of("bad", 1900L, "halle", 2100L));

    assertThat(result.carriedOut()).containsExactly("halle");
    assertThat(result.runOffUsed()).isTrue();
    assertThat(result.decisions().values())
        .allSatisfy(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.YES));
  }

  @Test
  void the_run_off_question_is_not_used_when_only_one_question_succeeds() {
    Result result =
        decide(
            Map.of("bad", new YesNo(3000, 1000), "halle", new YesNo(1900, 100)),
            List.of("bad", "halle"),
            Map.of("bad", 0L, "halle", 9L));

    assertThat(result.carriedOut()).containsExactly("bad");
    assertThat(result.runOffUsed()).isFalse();
    assertThat(result.decisions())
        .extractingByKey("halle")
        .satisfies(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.QUORUM_MISSED));
  }

  @Test
  void a_tied_run_off_question_goes_to_more_yes_votes() {
    assertThat(
            decide(BOTH_YES, List.of("bad", "halle"), Map.of("bad", 7L, "halle", 7L)).carriedOut())
        .containsExactly("bad");
  }

  @Test
  void a_third_compatible_question_stands_beside_the_winner() {
    Map<String, YesNo> questions = new TreeMap<>(BOTH_YES);
    questions.put("rad", new YesNo(2500, 0));

    assertThat(
            decide(questions, List.of("bad", "halle"), Map.of("bad", 8L, "halle", 7L)).carriedOut())
        .containsExactly("bad", "rad");
  }

  @Test
  void without_a_run_off_question_or_an_answer_of_the_law_nothing_is_decided() {
    assertThat(apply(Laws.BUERGERENTSCHEID_NRW, day(BOTH_YES, List.of("bad", "halle"), Map.of())))
        .isInstanceOfSatisfying(
            NotYetDecidable.class,
            w -> assertThat(w.reason()).isEqualTo(Reason.RUN_OFF_QUESTION_MISSING));
    Map<String, YesNo> equal = Map.of("bad", new YesNo(3000, 1000), "halle", new YesNo(3000, 1400));
    assertThat(
            apply(
                Laws.BUERGERENTSCHEID_NRW,
                day(equal, List.of("bad", "halle"), Map.of("bad", 7L, "halle", 7L))))
        .isInstanceOfSatisfying(
            NotYetDecidable.class, w -> assertThat(w.reason()).isEqualTo(Reason.LAW_SILENT));
  }

  @ParameterizedTest
  @CsvSource({"50000, 2000", "50001, 1500", "100000, 1500", "100001, 1000"})
  void the_quorum_falls_with_the_inhabitants(long inhabitants, long quorum) {
    ReferendumDay day =
        new ReferendumDay(
            RULES,
            inhabitants,
            10_000,
            new TreeMap<>(Map.of("bad", new YesNo(quorum, 0))),
            new TreeSet<>(),
            Optional.empty());

    assertThat(result(Laws.BUERGERENTSCHEID_NRW, day).decisions())
        .extractingByKey("bad")
        .satisfies(
            decision -> {
              assertThat(decision.quorum()).isEqualTo(quorum);
              assertThat(decision.verdict()).isEqualTo(Verdict.YES);
            });
  }

  @Test
  void augustdorf_2017_decided_yes() {
    // official notice: 7,428 entitled, 3,173 yes, 1,215 no, quorum 1,486
    ReferendumDay day =
        new ReferendumDay(
            RULES,
            9_930,
            7_428,
            new TreeMap<>(Map.of("freibad", new YesNo(3_173, 1_215))),
            new TreeSet<>(),
            Optional.empty());

    Result result = result(Laws.BUERGERENTSCHEID_NRW, day);

    assertThat(result.carriedOut()).containsExactly("freibad");
    assertThat(result.decisions())
        .extractingByKey("freibad")
        .satisfies(decision -> assertThat(decision.quorum()).isEqualTo(1_486));
  }

  @Test
  void a_run_off_question_about_something_else_is_refused() {
    assertThatThrownBy(() -> day(BOTH_YES, List.of("bad", "halle"), Map.of("bad", 1L)))
        .isInstanceOf(InvalidSeatInput.class);
    assertThatThrownBy(() -> day(BOTH_YES, List.of("bad", "kino"), Map.of()))
        .isInstanceOf(InvalidSeatInput.class);
  }
}
