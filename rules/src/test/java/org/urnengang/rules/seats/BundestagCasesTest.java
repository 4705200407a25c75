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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;
import org.urnengang.rules.seats.BundestagElection.LandList;

/** Small invented federations, each for one case of the law. */
class BundestagCasesTest {

  /** Two Länder with two districts each and ten seats. */
  private static final class Federation {
    private final SortedMap<String, Land> lands = new TreeMap<>();
    private final SortedMap<String, District> districts = new TreeMap<>();
    private int seats = 10;
    private int districtClause = 0;
    private int overhangKept = 0;
    private SortedSet<String> minorities = new TreeSet<>();

    Federation land(String key, long inhabitants, Object... namesAndVotes) {
      SortedMap<String, LandList> lists = new TreeMap<>();
      long valid = 0;
      for (int i = 0; i < namesAndVotes.length; i += 2) {
        long votes = ((Number) namesAndVotes[i + 1]).longValue();
        valid += votes;
        lists.put((String) namesAndVotes[i], new LandList(votes, 0));
      }
      lands.put(key, new Land(inhabitants, valid, lists));
      return this;
    }

    /** A name with * stands for an independent. */
    Federation district(String key, String land, long valid, Object... namesAndVotes) {
      SortedMap<String, Long> votes = new TreeMap<>();
      SortedSet<String> independents = new TreeSet<>();
      for (int i = 0; i < namesAndVotes.length; i += 2) {
        String name = (String) namesAndVotes[i];
        votes.put(name, ((Number) namesAndVotes[i + 1]).longValue());
        if (name.endsWith("*")) {
          independents.add(name);
        }
      }
      districts.put(key, new District(land, valid, votes, independents));
      return this;
    }

    BundestagElection election() {
      return new BundestagElection(
          new BundestagRules(
              new Legal<>(seats, "test"),
              new Legal<>(4, "test"),
              new Legal<>(2, "test"),
              new Legal<>(new Share(1, 20), "test"),
              new Legal<>(districtClause, "test"),
              new Legal<>(minorities, "test"),
              new Legal<>(overhangKept, "test")),
          lands,
          districts);
    }
  }

  private static Federation plain() {
    return new Federation()
        .land("1", 500, "A", 60, "B", 40)
        .land("2", 500, "A", 50, "B", 50)
        .district("11", "1", 100, "A", 60, "B", 40)
        .district("12", "1", 100, "A", 55, "B", 45)
        .district("21", "2", 100, "A", 52, "B", 48)
        .district("22", "2", 100, "A", 40, "B", 60);
  }

  @Test
  void without_overhang_the_house_keeps_its_size() {
    for (LawKey<BundestagElection, SeatResult> law :
        List.of(Laws.BUNDESTAG_2013, Laws.BUNDESTAG_2020, Laws.BUNDESTAG_2023)) {
      SeatResult result = result(law, plain().land("2", 500, "A", 28, "B", 72).election());
      assertThat(result.parties()).as(law.name()).isEqualTo(Map.of("A", 4, "B", 6));
    }
  }

  @Test
  void missing_districts_and_laender_are_waited_for() {
    Federation noDistrict = plain();
    noDistrict.districts.remove("22");
    Federation noLand = plain();
    noLand.lands.remove("2");
    noLand.districts.keySet().removeAll(List.of("21", "22"));

    assertThat(apply(Laws.BUNDESTAG_2013, noDistrict.election()))
        .isEqualTo(new NotYetDecidable<SeatResult>(Reason.DISTRICTS_MISSING, List.of()));
    assertThat(apply(Laws.BUNDESTAG_2023, noLand.election()))
        .isEqualTo(new NotYetDecidable<SeatResult>(Reason.LANDS_MISSING, List.of()));
  }

  @Test
  void a_tie_in_a_district_is_drawn_before_anything_else() {
    BundestagElection election = plain().district("12", "1", 100, "A", 50, "B", 50).election();
    LotCase tie = lotCase(Stage.Kind.DISTRICT, "12", 1, List.of("A", "B"), 1);

    for (LawKey<BundestagElection, SeatResult> law :
        List.of(Laws.BUNDESTAG_2013, Laws.BUNDESTAG_2020, Laws.BUNDESTAG_2023)) {
      assertThat(lotCase(apply(law, election))).isEqualTo(tie);
      assertThat(apply(law, election, draw(tie, "B"))).isNotEqualTo(apply(law, election));
    }
  }

  @Test
  void an_independent_winner_keeps_the_seat_and_takes_it_from_the_distribution() {
    BundestagElection election =
        plain()
            .land("2", 500, "A", 45, "B", 55)
            .district("22", "2", 100, "A", 40, "Ina*", 60)
            .election();

    for (LawKey<BundestagElection, SeatResult> law :
        List.of(Laws.BUNDESTAG_2013, Laws.BUNDESTAG_2020, Laws.BUNDESTAG_2023)) {
      Allocation<SeatResult> allocation = apply(law, election);
      SeatResult result = complete(allocation).result();
      assertThat(result.seatsOf("2", "Ina*")).isEqualTo(1);
      assertThat(result.total()).isEqualTo(10);
      assertThat(result.districts()).containsEntry("22", new SeatResult.DistrictSeat("Ina*", true));
      assertThat(steps(allocation, Step.Subtraction.class)).hasSize(1);
    }
  }

  @Test
  void overhang_is_levelled_in_2013_and_kept_up_to_the_tolerance_in_2020() {
    Federation federation =
        new Federation()
            .land("1", 500, "A", 40, "B", 60)
            .land("2", 500, "A", 60, "B", 40)
            .district("11", "1", 100, "A", 60, "B", 40)
            .district("12", "1", 100, "A", 60, "B", 40)
            .district("21", "2", 100, "A", 40, "B", 60)
            .district("22", "2", 100, "A", 40, "B", 60);
    federation.seats = 4;

    Allocation<SeatResult> levelled = apply(Laws.BUNDESTAG_2013, federation.election());
    // in each Land one seat each, but two districts for one of them: claims of 3 and 3
    assertThat(complete(levelled).result().total()).isEqualTo(6);
    assertThat(steps(levelled, Step.PartyClaim.class))
        .extracting(Step.PartyClaim::claim)
        .containsExactly(3, 3);
    federation.overhangKept = 3;
    Allocation<SeatResult> kept = apply(Laws.BUNDESTAG_2020, federation.election());
    assertThat(complete(kept).result().total()).isEqualTo(6);
    assertThat(steps(kept, Step.Enlargement.class)).isEmpty();
    assertThat(steps(kept, Step.OverhangKept.class)).hasSize(2);
  }

  @Test
  void the_majority_of_votes_brings_the_majority_of_seats() {
    Federation federation =
        new Federation()
            .land("1", 500, "A", 506, "B", 104, "C", 100, "D", 98, "E", 97, "F", 95)
            .land("2", 1, "A", 1)
            .district("11", "1", 10, "A", 1)
            .district("12", "1", 10, "A", 1)
            .district("21", "2", 10, "A", 1)
            .district("22", "2", 10, "A", 1);

    Allocation<SeatResult> allocation = apply(Laws.BUNDESTAG_2023, federation.election());

    assertThat(complete(allocation).result().seatsOf("A")).isEqualTo(6);
    assertThat(complete(allocation).result().total()).isEqualTo(11);
    assertThat(steps(allocation, Step.Majority.class))
        .containsExactly(new Step.Majority("A", 507, 1001, 5, 10, 1, 11, "§ 4 Abs. 4 BWahlG 2023"));
  }

  @Test
  void equal_shares_of_first_votes_at_the_last_covered_seat_need_a_lot() {
    Federation federation =
        new Federation()
            .land("1", 500, "A", 20, "B", 80)
            .land("2", 500, "A", 10, "B", 90)
            .district("11", "1", 100, "A", 40, "B", 30)
            .district("12", "1", 50, "A", 20, "B", 15)
            .district("21", "2", 100, "B", 50)
            .district("22", "2", 100, "B", 50);
    federation.seats = 5;
    BundestagElection election = federation.election();
    LotCase tie = lotCase(Stage.Kind.COVERAGE, "1/A", 1, List.of("11", "12"), 1);

    assertThat(lotCase(apply(Laws.BUNDESTAG_2023, election))).isEqualTo(tie);
    SeatResult result = result(Laws.BUNDESTAG_2023, election, draw(tie, "12"));
    assertThat(result.districts())
        .containsEntry("11", new SeatResult.DistrictSeat("A", false))
        .containsEntry("12", new SeatResult.DistrictSeat("A", true));
  }

  @Test
  void winners_of_a_party_that_is_not_admitted_are_not_covered() {
    Federation federation = plain().land("1", 500, "A", 590, "B", 400, "C", 10);
    federation.land("2", 500, "A", 450, "B", 550);
    federation.district("11", "1", 100, "C", 51, "A", 40);

    Allocation<SeatResult> without = apply(Laws.BUNDESTAG_2023, federation.election());
    assertThat(complete(without).result().districts())
        .containsEntry("11", new SeatResult.DistrictSeat("C", false));
    assertThat(complete(without).result().seatsOf("C")).isZero();
    assertThat(steps(without, Step.Coverage.class))
        .extracting(Step.Coverage::reason)
        .contains(Step.CoverageReason.PARTY_NOT_ADMITTED);
    assertThat(result(Laws.BUNDESTAG_2013, federation.election()).seatsOf("C")).isEqualTo(1);

    federation.districtClause = 1;
    assertThat(steps(apply(Laws.BUNDESTAG_2023, federation.election()), Step.Threshold.class))
        .filteredOn(step -> step.party().equals("C"))
        .extracting(Step.Threshold::admission)
        .containsExactly(Step.Admission.DISTRICTS);
    federation.districtClause = 0;
    federation.minorities = new TreeSet<>(List.of("C"));
    assertThat(steps(apply(Laws.BUNDESTAG_2023, federation.election()), Step.Threshold.class))
        .filteredOn(step -> step.party().equals("C"))
        .extracting(Step.Threshold::admission)
        .containsExactly(Step.Admission.MINORITY);
  }

  @Test
  void the_threshold_is_exact() {
    for (long votes : List.of(49L, 50L)) {
      Federation federation =
          plain()
              .land("1", 500, "A", 450, "B", 550 - votes, "C", votes)
              .land("2", 500, "A", 0, "B", 0);
      federation.districts.clear();
      for (String key : List.of("11", "12", "21", "22")) {
        federation.district(key, "1", 100, "A", 60);
      }
      assertThat(steps(apply(Laws.BUNDESTAG_2023, federation.election()), Step.Threshold.class))
          .filteredOn(step -> step.party().equals("C"))
          .extracting(Step.Threshold::admission)
          .containsExactly(votes == 50 ? Step.Admission.SHARE : Step.Admission.NONE);
    }
  }

  @Test
  void second_votes_of_those_who_elected_an_independent_count_for_the_threshold_only() {
    Federation federation = plain();
    federation.lands.put(
        "1",
        new Land(
            500, 100, new TreeMap<>(Map.of("A", new LandList(60, 20), "B", new LandList(40, 0)))));

    assertThat(steps(apply(Laws.BUNDESTAG_2023, federation.election()), Step.Threshold.class))
        .extracting(Step.Threshold::votes)
        .containsExactly(110L, 90L);
    assertThat(result(Laws.BUNDESTAG_2023, federation.election()).parties())
        .isEqualTo(Map.of("A", 5, "B", 5));
  }

  @Test
  void more_independent_winners_than_seats_are_not_decidable() {
    Federation federation = plain().land("2", 1, "A", 28, "B", 72);
    federation.district("21", "2", 100, "I*", 9).district("22", "2", 100, "J*", 9);
    federation.seats = 2;
    assertThat(apply(Laws.BUNDESTAG_2013, federation.election()))
        .isInstanceOfSatisfying(
            NotYetDecidable.class, w -> assertThat(w.reason()).isEqualTo(Reason.TOO_FEW_SEATS));
    // the house has room for two independents
    assertThat(result(Laws.BUNDESTAG_2023, federation.election()).parties())
        .isEqualTo(Map.of("I*", 1, "J*", 1));
    federation.seats = 1;
    assertThat(apply(Laws.BUNDESTAG_2023, federation.election()))
        .isInstanceOfSatisfying(
            NotYetDecidable.class, w -> assertThat(w.reason()).isEqualTo(Reason.TOO_FEW_SEATS));
  }

  @Test
  void an_independent_is_subtracted_where_elected() {
    Federation federation = plain().district("22", "2", 100, "I*", 60);

    assertThat(steps(apply(Laws.BUNDESTAG_2013, federation.election()), Step.Subtraction.class))
        .containsExactly(new Step.Subtraction("2", 5, 1, "§ 6 Abs. 1 Satz 3 BWahlG 2013"));
    assertThat(steps(apply(Laws.BUNDESTAG_2023, federation.election()), Step.Subtraction.class))
        .containsExactly(new Step.Subtraction("", 10, 1, "§ 4 Abs. 1 Satz 2 BWahlG 2023"));
  }

  @Test
  void a_winner_of_a_party_without_a_list_in_the_land_stands_outside() {
    Federation federation = plain().land("2", 500, "B", 75);
    federation.district("22", "2", 100, "B", 60);

    assertThat(result(Laws.BUNDESTAG_2013, federation.election()).byLand())
        .extractingByKey("2")
        .isEqualTo(Map.of("A", 1, "B", 4));
    Allocation<SeatResult> later = apply(Laws.BUNDESTAG_2023, federation.election());
    assertThat(complete(later).result().districts())
        .containsEntry("21", new SeatResult.DistrictSeat("A", false));
    assertThat(steps(later, Step.Coverage.class))
        .filteredOn(step -> step.district().equals("21"))
        .extracting(Step.Coverage::reason)
        .containsExactly(Step.CoverageReason.NO_LIST);
  }

  @Test
  void a_district_without_any_vote_is_waited_for() {
    assertThat(
            apply(Laws.BUNDESTAG_2013, plain().district("22", "2", 100, "A", 0, "B", 0).election()))
        .isInstanceOfSatisfying(
            NotYetDecidable.class, w -> assertThat(w.reason()).isEqualTo(Reason.NO_VOTES));
  }

  @Test
  void better_shares_are_covered_before_the_lot_among_equal_ones() {
    Federation federation =
        new Federation()
            .land("1", 500, "A", 40, "B", 60)
            .land("2", 500, "B", 100)
            .district("11", "1", 100, "A", 40)
            .district("12", "1", 50, "A", 20)
            .district("13", "1", 50, "A", 30)
            .district("21", "2", 100, "B", 50);
    LotCase tie = lotCase(Stage.Kind.COVERAGE, "1/A", 2, List.of("11", "12"), 1);

    assertThat(lotCase(apply(Laws.BUNDESTAG_2023, federation.election()))).isEqualTo(tie);
    assertThat(result(Laws.BUNDESTAG_2023, federation.election(), draw(tie, "11")).districts())
        .containsEntry("13", new SeatResult.DistrictSeat("A", true))
        .containsEntry("11", new SeatResult.DistrictSeat("A", true))
        .containsEntry("12", new SeatResult.DistrictSeat("A", false));
  }

  @Test
  void contradicting_figures_are_refused() {
    List<Runnable> faults = new ArrayList<>();
    faults.add(() -> plain().district("23", "3", 10, "A", 1).election());
    faults.add(() -> plain().district("22", "2", 10, "A", 11));
    faults.add(() -> plain().district("22", "2", 100, "C", 60).land("2", 5, "C", 0).election());
    faults.add(() -> plain().land("2", 5, "I*", 1).district("22", "2", 9, "I*", 1).election());
    faults.add(() -> new LandList(3, 4));
    faults.add(() -> new Land(1, 2, new TreeMap<>(Map.of("A", new LandList(3, 0)))));
    faults.add(() -> new Land(-1, 3, new TreeMap<>()));

    assertThat(faults)
        .allSatisfy(fault -> assertThatThrownBy(fault::run).isInstanceOf(InvalidSeatInput.class));
  }
}
