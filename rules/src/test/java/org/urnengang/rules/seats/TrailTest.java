package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.draw;
import static org.urnengang.rules.seats.Calculations.lotCase;
import static org.urnengang.rules.seats.Calculations.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.seats.CouncilElection.ByInhabitants;
import org.urnengang.rules.seats.MayorElection.Round;
import org.urnengang.rules.seats.ReferendumDay.YesNo;

/** What a returning officer reads beside the result. */
class TrailTest {

  @Test
  void bundestag_shows_winners_thresholds_and_minimum_seats() {
    Allocation<SeatResult> allocation =
        apply(
            Laws.BUNDESTAG_2013,
            BundestagData.read("bundestag-2017.csv", "bundestag-2013").election());

    assertThat(steps(allocation, Step.DistrictWon.class))
        .hasSize(299)
        .contains(new Step.DistrictWon("1", "CDU", 68_120, 170_318, "§ 5 BWahlG 2013"));
    assertThat(steps(allocation, Step.Threshold.class))
        .contains(
            new Step.Threshold(
                "FDP",
                4_999_449,
                46_515_492,
                new Share(1, 20),
                99_988_980,
                46_515_492,
                0,
                Step.Admission.SHARE,
                "§ 6 Abs. 3 Satz 1 BWahlG 2013"));
    assertThat(steps(allocation, Step.ListMinimum.class))
        .hasSize(96)
        .contains(new Step.ListMinimum("1", "CDU", 10, 7, 10, "§ 6 Abs. 5 BWahlG 2013"));
    assertThat(steps(allocation, Step.Subtraction.class)).isEmpty();
    assertThat(steps(allocation, Step.Enlargement.class).getLast().missing()).isEmpty();
    assertThat(steps(allocation, Step.Enlargement.class).getFirst())
        .satisfies(
            step -> {
              assertThat(step.size()).isEqualTo(599);
              assertThat(step.missing()).containsKeys("CDU", "CSU");
            });
  }

  @Test
  void bundestag_2021_shows_claims_and_overhang_of_every_party() {
    Allocation<SeatResult> allocation =
        apply(
            Laws.BUNDESTAG_2020,
            BundestagData.read("bundestag-2021.csv", "bundestag-2020").election());

    Map<String, List<Integer>> claims = new TreeMap<>();
    steps(allocation, Step.PartyClaim.class)
        .forEach(step -> claims.put(step.party(), List.of(step.claim(), step.overhang())));
    assertThat(claims)
        .containsEntry("SPD", List.of(170, 10))
        .containsEntry("CDU", List.of(123, 12))
        .containsEntry("GRÜNE", List.of(94, 0))
        .containsEntry("AfD", List.of(69, 1))
        .containsEntry("CSU", List.of(45, 11))
        .containsEntry("SSW", List.of(1, 0));
  }

  @Test
  void a_council_shows_its_size_thresholds_and_lots() {
    CouncilElection election =
        new CouncilElection(
            CouncilElection.Rules.of(BundestagData.lawData("rat-nrw")),
            new ByInhabitants(false, 7_000, 6),
            new TreeMap<>(
                Map.of(
                    "A", new Contender(41, 0, true),
                    "B", new Contender(41, 0, true),
                    "C", new Contender(10, 0, true),
                    "X", new Contender(5, 1, false))));
    LotCase tie = lotCase(Stage.Kind.PARTIES, "", 19, List.of("A", "B"), 1);
    Lot lot = draw(tie, "B");

    assertThat(lotCase(apply(Laws.RAT_NRW, election))).isEqualTo(tie);
    Allocation<SeatResult> allocation = apply(Laws.RAT_NRW, election, lot);

    assertThat(allocation.trail().subList(0, 5))
        .containsExactly(
            new Step.CouncilSize(7_000, 26, 6, 20, "§ 3 Abs. 2 Buchst. a KWahlG NRW"),
            threshold("A", 41),
            threshold("B", 41),
            threshold("C", 10),
            new Step.Subtraction("", 20, 1, "§ 33 Abs. 2 Satz 1 KWahlG NRW"));
    assertThat(steps(allocation, Step.LotApplied.class))
        .containsExactly(new Step.LotApplied(lot, "§ 33 Abs. 2 KWahlG NRW"));
    assertThat(steps(allocation, Step.Distributed.class)).hasSize(1);
  }

  private static Step threshold(String party, long votes) {
    return new Step.Threshold(
        party,
        votes,
        97,
        new Share(0, 1),
        votes,
        0,
        0,
        Step.Admission.SHARE,
        "VerfGH NRW 21.11.2017");
  }

  @Test
  void a_threshold_that_is_missed_is_shown_as_such() {
    LandtagElection election =
        new LandtagElection(
            LandtagElection.Rules.of(BundestagData.lawData("landtag-nrw")),
            1000,
            new TreeMap<>(
                Map.of("A", new Contender(951, 0, true), "B", new Contender(49, 0, true))));

    assertThat(steps(apply(Laws.LANDTAG_NRW, election), Step.Threshold.class))
        .extracting(Step.Threshold::admission)
        .containsExactly(Step.Admission.SHARE, Step.Admission.NONE);
    assertThat(steps(apply(Laws.LANDTAG_NRW, election), Step.Subtraction.class)).isEmpty();
  }

  @Test
  void a_mayor_shows_the_half_the_quarter_and_the_lot() {
    MayorElection.Rules rules = MayorElection.Rules.of(BundestagData.lawData("buergermeister-nrw"));
    MayorElection single =
        new MayorElection(rules, Round.FIRST, new TreeMap<>(Map.of("A", 30L)), 50, 60, 100);

    assertThat(apply(Laws.BUERGERMEISTER_NRW, single).trail())
        .containsExactly(
            new Step.HalfTested("A", 30, 50, true, "§ 46c Abs. 2 Satz 3 KWahlG NRW"),
            new Step.ShareTested(
                "A", 30, 100, new Share(1, 4), true, "§ 46c Abs. 2 Satz 3 KWahlG NRW"));
    MayorElection several =
        new MayorElection(
            rules, Round.FIRST, new TreeMap<>(Map.of("A", 20L, "B", 15L, "C", 15L)), 50, 60, 100);
    Lot lot = draw(lotCase(Stage.Kind.RUN_OFF, "", 2, List.of("B", "C"), 1), "C");
    assertThat(apply(Laws.BUERGERMEISTER_NRW, several, lot).trail())
        .containsExactly(
            new Step.HalfTested("A", 20, 50, false, "§ 46c Abs. 2 KWahlG NRW"),
            new Step.HalfTested("B", 15, 50, false, "§ 46c Abs. 2 KWahlG NRW"),
            new Step.HalfTested("C", 15, 50, false, "§ 46c Abs. 2 KWahlG NRW"),
            new Step.LotApplied(lot, "§ 46c Abs. 3 KWahlG NRW"));
  }

  @Test
  void referendums_show_each_question_and_the_run_off_question() {
    ReferendumDay day =
        new ReferendumDay(
            ReferendumDay.Rules.of(BundestagData.lawData("buergerentscheid-nrw")),
            20_000,
            100,
            new TreeMap<>(Map.of("bad", new YesNo(30, 10), "halle", new YesNo(40, 10))),
            new TreeSet<>(List.of("bad", "halle")),
            Optional.of(new TreeMap<>(Map.of("bad", 20L, "halle", 20L))));
    ReferendumDecision yes = new ReferendumDecision(ReferendumDecision.Verdict.YES, 20, 0);

    assertThat(apply(Laws.BUERGERENTSCHEID_NRW, day).trail())
        .containsExactly(
            new Step.QuestionDecided("bad", 30, 10, yes, "§ 26 Abs. 7 Satz 2 GO NRW"),
            new Step.QuestionDecided("halle", 40, 10, yes, "§ 26 Abs. 7 Satz 2 GO NRW"),
            new Step.RunOffQuestion(
                new TreeMap<>(Map.of("bad", 20L, "halle", 20L)),
                "halle",
                true,
                "§ 26 Abs. 7 GO NRW"));
  }

  @Test
  void lower_saxony_shows_the_seat_given_to_the_majority() {
    ListAndPersonsElection.Nomination a =
        new ListAndPersonsElection.PartyNomination(501, List.of());
    ListAndPersonsElection.Nomination b =
        new ListAndPersonsElection.PartyNomination(253, List.of());
    ListAndPersonsElection.Nomination c =
        new ListAndPersonsElection.PartyNomination(246, List.of());

    assertThat(
            steps(
                apply(
                    Laws.RAT_NIEDERSACHSEN,
                    new ListAndPersonsElection(
                        ListAndPersonsElection.Rules.of(BundestagData.lawData("rat-niedersachsen")),
                        new CouncilElection.Known(7),
                        new TreeMap<>(Map.of("A", a, "B", b, "C", c)))),
                Step.Majority.class))
        .containsExactly(new Step.Majority("A", 501, 1000, 3, 7, 1, 7, "§ 36 Abs. 3 NKWG"));
  }
}
