package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.complete;
import static org.urnengang.rules.seats.Calculations.draw;
import static org.urnengang.rules.seats.Calculations.lotCase;
import static org.urnengang.rules.seats.Calculations.result;
import static org.urnengang.rules.seats.Calculations.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.CouncilElection.ByInhabitants;
import org.urnengang.rules.seats.CouncilElection.Known;

class NrwSeatsTest {
  private static final LandtagElection.Rules LANDTAG =
      LandtagElection.Rules.of(BundestagData.lawData("landtag-nrw"));
  private static final CouncilElection.Rules COUNCIL =
      CouncilElection.Rules.of(BundestagData.lawData("rat-nrw"));

  private static SortedMap<String, Contender> contenders(String election) {
    SortedMap<String, Contender> contenders = new TreeMap<>();
    for (Map<String, String> row : Table.rows("nrw.csv")) {
      if (election.equals(row.get("election"))) {
        contenders.put(
            row.getOrDefault("key", ""),
            new Contender(
                Long.parseLong(row.getOrDefault("votes", "")),
                Integer.parseInt(row.getOrDefault("districts", "")),
                true));
      }
    }
    return contenders;
  }

  private static SortedMap<String, Integer> seats(String election) {
    SortedMap<String, Integer> seats = new TreeMap<>();
    for (Map<String, String> row : Table.rows("nrw.csv")) {
      int count = Integer.parseInt(row.getOrDefault("seats", "0"));
      if (election.equals(row.get("election")) && count > 0) {
        seats.put(row.getOrDefault("key", ""), count);
      }
    }
    return seats;
  }

  /** A council from {@code name, votes, districts, …}; a name with * has no list. */
  private static CouncilElection council(int size, Object... contenders) {
    SortedMap<String, Contender> map = new TreeMap<>();
    for (int i = 0; i < contenders.length; i += 3) {
      String name = (String) contenders[i];
      map.put(
          name,
          new Contender(
              ((Number) contenders[i + 1]).longValue(),
              ((Number) contenders[i + 2]).intValue(),
              !name.endsWith("*")));
    }
    return new CouncilElection(COUNCIL, new Known(size), map);
  }

  @Test
  void landtag_2012_grows_to_237_seats() {
    Allocation<SeatResult> allocation =
        apply(
            Laws.LANDTAG_NRW, new LandtagElection(LANDTAG, 7_794_126, contenders("landtag-2012")));

    assertThat(complete(allocation).result().parties()).isEqualTo(seats("landtag-2012"));
    assertThat(complete(allocation).result().total()).isEqualTo(237);
    // 99 * 7263857 / 3050160 = 235.76…; 236 is even
    assertThat(steps(allocation, Step.LevelledSize.class))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.party()).isEqualTo("SPD");
              assertThat(step.exact().truncated(2)).isEqualTo("235,76");
              assertThat(step.size()).isEqualTo(237);
            });
  }

  @Test
  void landtag_2010_keeps_181_seats() {
    SeatResult result =
        result(
            Laws.LANDTAG_NRW, new LandtagElection(LANDTAG, 7_760_546, contenders("landtag-2010")));

    assertThat(result.parties()).isEqualTo(seats("landtag-2010"));
    assertThat(result.total()).isEqualTo(181);
  }

  @Test
  void a_party_below_the_threshold_keeps_its_districts_and_nothing_else() {
    SortedMap<String, Contender> contenders = contenders("landtag-2010");
    contenders.put("CDU", new Contender(2_681_700, 64, true));
    contenders.put("PIRATEN", new Contender(121_046, 2, true));
    contenders.put("Einzelbewerberin", new Contender(0, 1, false));

    Allocation<SeatResult> allocation =
        apply(Laws.LANDTAG_NRW, new LandtagElection(LANDTAG, 7_760_546, contenders));

    assertThat(complete(allocation).result().seatsOf("PIRATEN")).isEqualTo(2);
    assertThat(complete(allocation).result().seatsOf("Einzelbewerberin")).isEqualTo(1);
    assertThat(complete(allocation).result().total()).isEqualTo(181);
    assertThat(steps(allocation, Step.Subtraction.class))
        .containsExactly(new Step.Subtraction("", 181, 3, "§ 33 Abs. 3 LWahlG NRW"));
  }

  @Test
  void witten_2009_grows_from_50_to_66() {
    Allocation<SeatResult> allocation =
        apply(Laws.RAT_NRW, new CouncilElection(COUNCIL, new Known(50), contenders("witten-2009")));

    assertThat(complete(allocation).result().parties()).isEqualTo(seats("witten-2009"));
    assertThat(complete(allocation).result().total()).isEqualTo(66);
    assertThat(steps(allocation, Step.LevelledSize.class))
        .singleElement()
        .satisfies(step -> assertThat(step.exact().truncated(2)).isEqualTo("66,23"));
  }

  @Test
  void the_worked_example_of_the_ministry_comes_out_as_printed() {
    assertThat(
            result(
                    Laws.RAT_NRW,
                    new CouncilElection(COUNCIL, new Known(44), contenders("example-im")))
                .parties())
        .isEqualTo(seats("example-im"));
  }

  @Test
  void a_list_without_a_seat_at_first_receives_none_by_levelling() {
    // 8 seats: A 5, B 3, C 0; A keeps 8 districts: 8 * 1000 / 600 = 13.33, 14 seats, C would get 1
    CouncilElection election = council(8, "A", 600, 8, "B", 340, 0, "C", 60, 0);

    assertThat(result(Laws.RAT_NRW, election).parties()).isEqualTo(Map.of("A", 9, "B", 5));
    CouncilElection.Rules all =
        new CouncilElection.Rules(
            COUNCIL.municipality(),
            COUNCIL.county(),
            COUNCIL.greatestReduction(),
            COUNCIL.smallest(),
            COUNCIL.threshold(),
            COUNCIL.parity(),
            new Legal<>(false, "test"));
    assertThat(
            result(Laws.RAT_NRW, new CouncilElection(all, election.size(), election.contenders()))
                .parties())
        .isEqualTo(Map.of("A", 8, "B", 5, "C", 1));
  }

  @Test
  void levelling_leaves_no_overhang_and_an_even_size_and_sometimes_needs_more_than_the_formula() {
    Random random = new Random(20090830);
    int further = 0;
    for (int i = 0; i < 2_000; i++) {
      List<Object> contenders = new ArrayList<>();
      contenders.addAll(List.of("P0", 300 + random.nextInt(300), 8 + random.nextInt(9)));
      for (int party = 2 + random.nextInt(14); party > 0; party--) {
        contenders.addAll(List.of("P" + party, 15 + random.nextInt(40), random.nextInt(2)));
      }
      contenders.addAll(List.of("X*", 50, random.nextInt(3)));
      CouncilElection election = council(32, contenders.toArray());
      Allocation<SeatResult> allocation = apply(Laws.RAT_NRW, election);
      if (allocation instanceof Allocated<SeatResult> allocated) {
        election
            .contenders()
            .forEach(
                (key, contender) ->
                    assertThat(allocated.result().seatsOf(key))
                        .isGreaterThanOrEqualTo(contender.districtsWon()));
        assertThat(allocated.result().total()).isEven();
        further += steps(allocation, Step.SizeStep.class).size();
      }
    }
    assertThat(further).isPositive();
  }

  @Test
  void winners_without_a_list_leave_the_distribution_and_the_size_stays_even() {
    CouncilElection election = council(20, "A", 500, 5, "B", 400, 4, "X*", 80, 1);

    SeatResult result = result(Laws.RAT_NRW, election);

    assertThat(result.parties()).isEqualTo(Map.of("A", 11, "B", 8, "X*", 1));
    assertThat(result.total()).isEqualTo(20);
  }

  @Test
  void the_majority_of_votes_brings_the_majority_of_seats() {
    // 10 seats of 100 votes: A 5.06 -> 5; the fractions of D, E and F are 0.97, 0.97 and 0.96
    CouncilElection election =
        council(10, "A", 506, 0, "B", 104, 0, "C", 100, 0, "D", 97, 0, "E", 97, 0, "F", 96, 0);

    Allocation<SeatResult> allocation = apply(Laws.RAT_NRW, election);

    assertThat(complete(allocation).result().parties())
        .isEqualTo(Map.of("A", 6, "B", 1, "C", 1, "D", 1, "E", 1));
    assertThat(steps(allocation, Step.SeatGivenUp.class))
        .containsExactly(
            new Step.SeatGivenUp("F", new Fraction(96, 100), "§ 33 Abs. 4 KWahlG NRW"));
  }

  @Test
  void a_lot_decides_who_gives_up_a_seat_among_equals_and_districts_are_safe() {
    CouncilElection election =
        council(10, "A", 506, 0, "B", 104, 0, "C", 100, 0, "D", 97, 0, "E", 97, 0, "F", 96, 1);
    LotCase tie = lotCase(Stage.Kind.MAJORITY_DONOR, "", 10, List.of("D", "E"), 1);

    assertThat(lotCase(apply(Laws.RAT_NRW, election))).isEqualTo(tie);
    assertThat(result(Laws.RAT_NRW, election, draw(tie, "D")).parties())
        .isEqualTo(Map.of("A", 6, "B", 1, "C", 1, "E", 1, "F", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 5000, 0, 20",
    "false, 5001, 0, 26",
    "false, 8000, 0, 26",
    "false, 97000, 0, 50",
    "false, 100001, 10, 48",
    "false, 700001, 0, 90",
    "true, 200000, 0, 48",
    "true, 350000, 2, 58",
    "true, 500001, 12, 60",
  })
  void the_size_follows_the_inhabitants_and_the_by_law(
      boolean county, long inhabitants, int reduction, int size) {
    CouncilElection election =
        new CouncilElection(
            COUNCIL,
            new ByInhabitants(county, inhabitants, reduction),
            council(0, "A", 1, 0).contenders());

    assertThat(result(Laws.RAT_NRW, election).total()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource({"8000, 3", "8000, 14", "5000, 2", "100000, -2"})
  void a_by_law_that_the_law_does_not_allow_is_refused(long inhabitants, int reduction) {
    CouncilElection election =
        new CouncilElection(
            COUNCIL,
            new ByInhabitants(false, inhabitants, reduction),
            council(0, "A", 1, 0).contenders());

    assertThatThrownBy(() -> apply(Laws.RAT_NRW, election)).isInstanceOf(InvalidSeatInput.class);
  }

  @Test
  void an_enlarged_council_is_even_with_its_winners_outside() {
    // 19 seats: A 7.6 -> 8 of 12 districts; 12 * 1000 / 400 = 30, with X 31, so 31 and X make 32
    SeatResult result =
        result(Laws.RAT_NRW, council(20, "A", 400, 12, "B", 350, 0, "C", 250, 0, "X*", 80, 1));

    assertThat(result.total()).isEqualTo(32);
    assertThat(result.seatsOf("A")).isEqualTo(12);
  }

  @Test
  void exactly_half_of_the_votes_is_no_majority() {
    Allocation<SeatResult> allocation =
        apply(Laws.RAT_NRW, council(10, "A", 500, 0, "B", 260, 0, "C", 240, 0));

    assertThat(complete(allocation).result().seatsOf("A")).isEqualTo(5);
    assertThat(steps(allocation, Step.Majority.class)).isEmpty();
  }

  @Test
  void the_law_is_silent_when_only_district_seats_could_be_given_up() {
    assertThat(
            apply(
                Laws.RAT_NRW,
                council(
                    10, "A", 506, 0, "B", 104, 1, "C", 100, 1, "D", 98, 1, "E", 97, 1, "F", 95, 1)))
        .isInstanceOfSatisfying(
            Allocation.NotYetDecidable.class,
            waiting -> assertThat(waiting.reason()).isEqualTo(Reason.LAW_SILENT));
  }

  @Test
  void a_house_beyond_all_measure_is_not_calculated() {
    assertThat(apply(Laws.RAT_NRW, council(20, "A", 1, 3, "B", 1_000_000, 0)))
        .isInstanceOfSatisfying(
            Allocation.NotYetDecidable.class,
            waiting -> assertThat(waiting.reason()).isEqualTo(Reason.TOO_MANY_SEATS));
    assertThatThrownBy(() -> council(20, "A", 1, 100_001)).isInstanceOf(InvalidSeatInput.class);
  }

  @Test
  void all_seats_can_belong_to_winners_without_a_list() {
    assertThat(result(Laws.RAT_NRW, council(2, "A", 5, 0, "X*", 3, 2)).parties())
        .isEqualTo(Map.of("X*", 2));
    SortedMap<String, Contender> contenders = new TreeMap<>();
    contenders.put("X", new Contender(0, 182, false));
    assertThat(apply(Laws.LANDTAG_NRW, new LandtagElection(LANDTAG, 5, contenders)))
        .isInstanceOf(Allocation.NotYetDecidable.class);
    contenders.put("X", new Contender(0, 181, false));
    assertThat(result(Laws.LANDTAG_NRW, new LandtagElection(LANDTAG, 5, contenders)).total())
        .isEqualTo(181);
  }

  @Test
  void more_winners_without_a_list_than_seats_are_not_decidable() {
    assertThat(apply(Laws.RAT_NRW, council(2, "A", 5, 0, "X*", 3, 3)))
        .isInstanceOfSatisfying(
            Allocation.NotYetDecidable.class,
            waiting -> assertThat(waiting.reason()).isEqualTo(Reason.TOO_FEW_SEATS));
  }

  @Test
  void districts_won_without_a_vote_are_refused() {
    assertThatThrownBy(() -> new Contender(0, 1, true)).isInstanceOf(InvalidSeatInput.class);
  }
}
