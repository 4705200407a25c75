package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.ListAndPersonsElection.Elected;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Person;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.ReferendumDay;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Stage;

/** Clauses of the laws that past elections did not need, on figures that can be done by hand. */
class DivisorLawsTest {

  private static CouncilElection council(int size, SortedMap<String, Contender> contenders) {
    return new CouncilElection(
        CouncilElection.Rules.of(RandomElections.data("rat-nrw")),
        new CouncilElection.Known(size),
        contenders);
  }

  private static SortedMap<String, Contender> contenders(Object... keysVotesAndDistricts) {
    SortedMap<String, Contender> contenders = new TreeMap<>();
    for (int i = 0; i < keysVotesAndDistricts.length; i += 3) {
      contenders.put(
          (String) keysVotesAndDistricts[i],
          new Contender(
              (int) keysVotesAndDistricts[i + 1], (int) keysVotesAndDistricts[i + 2], true));
    }
    return contenders;
  }

  /** 57,407 votes by 46 seats: A 23.0 → 23, B 22.47 → 22, C 0.53 → 1; only C was rounded up. */
  @Test
  void the_list_with_the_lowest_fraction_from_one_half_gives_its_seat_to_the_majority() {
    SeatResult result =
        Second.result(
            Second.calculate(
                Laws.RAT_NRW, council(46, contenders("A", 28705, 0, "B", 28042, 2, "C", 660, 0))));

    assertThat(result.parties()).isEqualTo(Map.of("A", 24, "B", 22));
  }

  /** 3,434 votes by 48 seats: only C was rounded up, and all its seats are districts. */
  @Test
  void nobody_can_give_a_district_to_the_majority() {
    assertThat(
            Second.reason(
                Second.calculate(
                    Laws.RAT_NRW,
                    council(44, contenders("A", 1718, 0, "B", 936, 2, "C", 780, 11)))))
        .isEqualTo(Reason.LAW_SILENT);
  }

  @Test
  void seats_that_winners_without_a_list_leave_may_be_none() {
    SortedMap<String, Contender> contenders = contenders("A", 10, 0);
    contenders.put("I", new Contender(90, 20, false));

    assertThat(Second.result(Second.calculate(Laws.RAT_NRW, council(20, contenders))).parties())
        .isEqualTo(Map.of("I", 20));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 5000, 0, 20",
    "false, 5001, 0, 26",
    "false, 50000, 2, 42",
    "false, 800000, 12, 78",
    "true, 200000, 0, 48",
    "true, 900000, 0, 72",
  })
  void the_size_of_a_council_follows_from_inhabitants_and_by_law(
      boolean county, long inhabitants, int reduction, int size) {
    assertThat(Second.result(Second.calculate(Laws.RAT_NRW, by(county, inhabitants, reduction))))
        .extracting(SeatResult::total)
        .isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"5000, 2", "50000, 3", "50000, -2", "800000, 14", "-1, 0"})
  void a_by_law_outside_the_law_is_refused(long inhabitants, int reduction) {
    assertThatThrownBy(() -> Second.calculate(Laws.RAT_NRW, by(false, inhabitants, reduction)))
        .isInstanceOf(InvalidSeatInput.class);
  }

  private static CouncilElection by(boolean county, long inhabitants, int reduction) {
    return new CouncilElection(
        CouncilElection.Rules.of(RandomElections.data("rat-nrw")),
        new CouncilElection.ByInhabitants(county, inhabitants, reduction),
        contenders("A", 10, 0));
  }

  /** 5,100 of 10,002 votes give 6 of 14 seats; § 2 Abs. 4 EuWG gives one further seat. */
  @Test
  void the_european_law_gives_a_majority_one_further_seat() {
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    nominations.put("M", new EuropeanElection.FederalList(5_100));
    for (int i = 1; i <= 12; i++) {
      nominations.put("P" + i, new EuropeanElection.FederalList(402 + i));
    }
    EuropeanElection.Rules law = EuropeanElection.Rules.of(RandomElections.data("europa"));
    EuropeanElection.Rules rules =
        new EuropeanElection.Rules(new Legal<>(14, "§ 1 Abs. 1 EuWG"), law.threshold());

    SeatResult result =
        Second.result(
            Second.calculate(Laws.EUROPA, new EuropeanElection(rules, 10_002, nominations)));

    assertThat(result.seatsOf("M")).isEqualTo(7);
    assertThat(result.total()).isEqualTo(14);
    assertThat(result.seatsOf("P12")).isEqualTo(1);
    assertThat(result.seatsOf("P5")).isZero();
  }

  private static MayorElection mayor(MayorElection.Round round, Object... namesAndVotes) {
    SortedMap<String, Long> votes = new TreeMap<>();
    for (int i = 0; i < namesAndVotes.length; i += 2) {
      votes.put((String) namesAndVotes[i], (long) (int) namesAndVotes[i + 1]);
    }
    long sum = votes.values().stream().mapToLong(Long::longValue).sum();
    return new MayorElection(
        MayorElection.Rules.of(RandomElections.data("buergermeister-nrw")),
        round,
        votes,
        sum,
        sum,
        400);
  }

  @Test
  void half_of_the_votes_is_not_enough_for_a_mayor() {
    assertThat(
            Second.result(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW,
                    mayor(MayorElection.Round.FIRST, "A", 50, "B", 30, "C", 20))))
        .isEqualTo(new MayorElection.RunOff(new TreeSet<>(List.of("A", "B"))));
    assertThat(
            Second.result(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW,
                    mayor(MayorElection.Round.FIRST, "A", 51, "B", 30, "C", 20))))
        .isEqualTo(new MayorElection.Elected("A"));
  }

  @Test
  void equal_votes_for_the_second_place_are_a_matter_of_lot() {
    assertThat(
            Second.lot(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW,
                    mayor(MayorElection.Round.FIRST, "A", 40, "B", 30, "C", 30))))
        .isEqualTo(new LotCase(Stage.of(Stage.Kind.RUN_OFF), 2, List.of("B", "C"), 1));
    assertThat(
            Second.lot(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW, mayor(MayorElection.Round.RUN_OFF, "A", 9, "B", 9))))
        .isEqualTo(new LotCase(Stage.of(Stage.Kind.ELECTED), 1, List.of("A", "B"), 1));
  }

  @Test
  void a_single_candidate_needs_a_quarter_of_the_entitled() {
    assertThat(
            Second.result(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW, mayor(MayorElection.Round.FIRST, "A", 100))))
        .isEqualTo(new MayorElection.Elected("A"));
    assertThat(
            Second.result(
                Second.calculate(
                    Laws.BUERGERMEISTER_NRW, mayor(MayorElection.Round.FIRST, "A", 99))))
        .isEqualTo(new MayorElection.NotElected("A"));
  }

  private static ReferendumDay day(Optional<SortedMap<String, Long>> runOff) {
    SortedMap<String, ReferendumDay.YesNo> questions = new TreeMap<>();
    questions.put("F1", new ReferendumDay.YesNo(21, 20));
    questions.put("F2", new ReferendumDay.YesNo(30, 10));
    questions.put("F3", new ReferendumDay.YesNo(19, 0));
    return new ReferendumDay(
        ReferendumDay.Rules.of(RandomElections.data("buergerentscheid-nrw")),
        50_000,
        100,
        questions,
        new TreeSet<>(List.of("F1", "F2")),
        runOff);
  }

  @Test
  void the_stichfrage_chooses_between_questions_that_cannot_go_together() {
    ReferendumDay.Result result =
        Second.result(
            Second.calculate(
                Laws.BUERGERENTSCHEID_NRW,
                day(Optional.of(new TreeMap<>(Map.of("F1", 8L, "F2", 7L))))));

    assertThat(result.carriedOut()).containsExactly("F1");
    assertThat(result.runOffUsed()).isTrue();
    assertThat(result.decisions())
        .containsEntry("F3", new ReferendumDecision(Verdict.QUORUM_MISSED, 20, 1));
  }

  @Test
  void a_tied_stichfrage_leaves_it_to_the_greater_yes() {
    ReferendumDay.Result result =
        Second.result(
            Second.calculate(
                Laws.BUERGERENTSCHEID_NRW,
                day(Optional.of(new TreeMap<>(Map.of("F1", 8L, "F2", 8L))))));

    assertThat(result.carriedOut()).containsExactly("F2");
    assertThat(Second.reason(Second.calculate(Laws.BUERGERENTSCHEID_NRW, day(Optional.empty()))))
        .isEqualTo(Reason.RUN_OFF_QUESTION_MISSING);
  }

  /** List 60 and persons 40 of 5 seats: 3 and 2; the second of the persons by lot. */
  @Test
  void seats_of_a_nomination_in_lower_saxony_go_to_persons_and_list() {
    ListAndPersonsElection election =
        new ListAndPersonsElection(
            ListAndPersonsElection.Rules.of(RandomElections.data("rat-niedersachsen")),
            new CouncilElection.Known(5),
            new TreeMap<>(
                Map.of(
                    "W",
                    new PartyNomination(
                        60,
                        List.of(
                            new Person("a", 0),
                            new Person("b", 10),
                            new Person("c", 20),
                            new Person("d", 10))))));

    LotCase lot = Second.lot(Second.calculate(Laws.RAT_NIEDERSACHSEN, election));

    assertThat(lot)
        .isEqualTo(new LotCase(new Stage(Stage.Kind.PERSONS, "W"), 2, List.of("b", "d"), 1));
    assertThat(
            Second.result(
                    Second.calculate(Laws.RAT_NIEDERSACHSEN, election, Second.drawn(lot, "d")))
                .elected())
        .containsEntry("W", new Elected(List.of("c", "d"), List.of("a", "b"), 1));
  }

  @Test
  void a_list_is_filled_after_the_districts_and_without_those_elected_elsewhere() {
    ListSeats list =
        new ListSeats(
            "L",
            3,
            new TreeMap<>(Map.of("7", "b")),
            List.of("f"),
            List.of("a", "b", "c", "d", "e", "f"),
            new TreeSet<>(List.of("a")),
            new TreeSet<>(List.of("e")),
            true);

    ListSeats.Filled filled = Second.result(Second.calculate(Laws.LISTENBESETZUNG, list));

    assertThat(filled.taken().stream().map(ListSeats.Seat::person)).containsExactly("b", "c", "d");
    assertThat(filled.skipped().stream().map(ListSeats.Skipped::person))
        .containsExactly("a", "b", "e");
    assertThat(filled.vacant()).isZero();
    assertThat(filled.successors()).containsExactly("f");
  }
}
