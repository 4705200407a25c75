package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.law.FirstImplementation;

/** Official results of past elections. */
class BundestagGoldenTest {
  private static final SeatImplementation IMPLEMENTATION = new FirstImplementation();

  private static Allocated<SeatResult> calculate(
      LawKey<BundestagElection, SeatResult> law, BundestagElection election) {
    Allocation<SeatResult> allocation =
        IMPLEMENTATION.law(law).orElseThrow().calculate(election, Lots.none());
    if (allocation instanceof Allocated<SeatResult> allocated) {
      return allocated;
    }
    throw new AssertionError(allocation.toString());
  }

  private static <S extends Step> List<S> steps(Allocated<SeatResult> allocated, Class<S> type) {
    return allocated.trail().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static SeatTable table(Allocated<SeatResult> allocated, Stage stage) {
    return steps(allocated, Step.Distributed.class).stream()
        .map(Step.Distributed::table)
        .filter(table -> table.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bundestag_2017_has_709_seats_in_every_land_and_party_as_published() {
    BundestagData data = BundestagData.read("bundestag-2017.csv", "bundestag-2013");

    Allocated<SeatResult> allocated = calculate(Laws.BUNDESTAG_2013, data.election());

    assertThat(allocated.result().total()).isEqualTo(709);
    assertThat(allocated.result().parties())
        .isEqualTo(
            Map.of(
                "CDU", 200, "SPD", 153, "AfD", 94, "FDP", 80, "LINKE", 69, "GRÜNE", 67, "CSU", 46));
    assertThat(allocated.result().byLand()).isEqualTo(data.officialSeats());
    assertThat(allocated.result().districts()).isEqualTo(data.officialDistricts());
  }

  @Test
  void the_trail_of_2017_holds_the_published_intermediate_values() {
    BundestagData data = BundestagData.read("bundestag-2017.csv", "bundestag-2013");

    Allocated<SeatResult> allocated = calculate(Laws.BUNDESTAG_2013, data.election());

    Map<String, List<Integer>> claims =
        steps(allocated, Step.PartyClaim.class).stream()
            .collect(
                Collectors.toMap(
                    Step.PartyClaim::party, claim -> List.of(claim.claim(), claim.overhang())));
    assertThat(claims)
        .isEqualTo(
            Map.of(
                "CDU",
                List.of(200, 36),
                "SPD",
                List.of(134, 3),
                "AfD",
                List.of(83, 0),
                "FDP",
                List.of(65, 0),
                "LINKE",
                List.of(59, 0),
                "GRÜNE",
                List.of(57, 0),
                "CSU",
                List.of(46, 7)));
  }

  @Test
  void the_divisors_of_2017_lie_in_the_published_spans() {
    BundestagData data = BundestagData.read("bundestag-2017.csv", "bundestag-2013");

    Allocated<SeatResult> allocated = calculate(Laws.BUNDESTAG_2013, data.election());

    assertThat(table(allocated, Stage.of(Stage.Kind.LAND_SEATS)).seats())
        .containsEntry("5", 128)
        .containsEntry("9", 93);
    assertThat(table(allocated, new Stage(Stage.Kind.LAND_LISTS, "9")).seats())
        .containsEntry("CSU", 39);
    SeatTable parties = table(allocated, Stage.of(Stage.Kind.LEVELLED_PARTIES));
    assertThat(parties.span().low().truncated(6)).isEqualTo("62202,275132");
    assertThat(parties.span().high().orElseThrow().truncated(6)).isEqualTo("62394,265664");
    assertThat(steps(allocated, Step.Enlargement.class)).hasSize(709 - 598);
    SeatTable spd = table(allocated, new Stage(Stage.Kind.PARTY_LISTS, "SPD"));
    assertThat(spd.span().low().truncated(6)).isEqualTo("63074,160000");
    assertThat(spd.span().high().orElseThrow().truncated(6)).isEqualTo("63157,432098");
    SeatTable csu = table(allocated, new Stage(Stage.Kind.PARTY_LISTS, "CSU"));
    assertThat(csu.span().high()).isEmpty();
  }

  @Test
  void other_names_of_parties_and_laender_change_nothing_but_the_names() {
    BundestagData data = BundestagData.read("bundestag-2017.csv", "bundestag-2013");
    BundestagElection renamed = mirrored(data.election());

    SeatResult result = calculate(Laws.BUNDESTAG_2013, renamed).result();

    data.officialSeats()
        .forEach(
            (land, seats) ->
                seats.forEach(
                    (party, count) ->
                        assertThat(result.seatsOf(mirrored(land), mirrored(party)))
                            .isEqualTo(count)));
    assertThat(result.total()).isEqualTo(709);
  }

  private static BundestagElection mirrored(BundestagElection election) {
    SortedMap<String, BundestagElection.Land> lands = new TreeMap<>();
    election
        .lands()
        .forEach(
            (key, land) -> {
              SortedMap<String, BundestagElection.LandList> lists = new TreeMap<>();
              land.lists().forEach((party, list) -> lists.put(mirrored(party), list));
              lands.put(
                  mirrored(key),
                  new BundestagElection.Land(land.inhabitants(), land.validSecondVotes(), lists));
            });
    SortedMap<String, BundestagElection.District> districts = new TreeMap<>();
    election
        .districts()
        .forEach(
            (key, district) -> {
              SortedMap<String, Long> votes = new TreeMap<>();
              district.firstVotes().forEach((party, count) -> votes.put(mirrored(party), count));
              districts.put(
                  key,
                  new BundestagElection.District(
                      mirrored(district.land()),
                      district.validFirstVotes(),
                      votes,
                      district.independents()));
            });
    return new BundestagElection(election.rules(), lands, districts);
  }

  /** Another name that sorts the other way round. */
  private static String mirrored(String name) {
    StringBuilder mirrored = new StringBuilder();
    name.chars().forEach(c -> mirrored.append((char) (0x7fff - c)));
    return mirrored.toString();
  }

  @Test
  void bundestag_2021_repeated_has_735_seats_in_every_land_and_party_as_published() {
    BundestagData data = BundestagData.read("bundestag-2021.csv", "bundestag-2020");

    Allocated<SeatResult> allocated = calculate(Laws.BUNDESTAG_2020, data.election());

    assertThat(allocated.result().total()).isEqualTo(735);
    assertThat(allocated.result().byLand()).isEqualTo(data.officialSeats());
    assertThat(table(allocated, Stage.of(Stage.Kind.LEVELLED_PARTIES)).total()).isEqualTo(732);
    assertThat(steps(allocated, Step.OverhangKept.class))
        .containsExactly(new Step.OverhangKept("CSU", 3, "§ 6 Abs. 5, 6 BWahlG 2020"));
  }

  @Test
  void parties_of_2021_were_admitted_by_votes_by_districts_or_as_a_minority() {
    BundestagData data = BundestagData.read("bundestag-2021.csv", "bundestag-2020");

    Map<String, Step.Admission> admissions = new TreeMap<>();
    steps(calculate(Laws.BUNDESTAG_2020, data.election()), Step.Threshold.class)
        .forEach(step -> admissions.put(step.party(), step.admission()));

    assertThat(admissions)
        .containsEntry("FDP", Step.Admission.SHARE)
        .containsEntry("LINKE", Step.Admission.DISTRICTS)
        .containsEntry("SSW", Step.Admission.MINORITY)
        .containsEntry("FREIE WÄHLER", Step.Admission.NONE);
  }

  @Test
  void bundestag_2025_has_630_seats_and_leaves_23_winners_without_one() {
    BundestagData data = BundestagData.read("bundestag-2025.csv", "bundestag-2023");

    Allocated<SeatResult> allocated = calculate(Laws.BUNDESTAG_2023, data.election());

    assertThat(allocated.result().total()).isEqualTo(630);
    assertThat(allocated.result().parties())
        .isEqualTo(
            Map.of(
                "CDU", 164, "AfD", 152, "SPD", 120, "GRÜNE", 85, "LINKE", 64, "CSU", 44, "SSW", 1));
    assertThat(allocated.result().byLand()).isEqualTo(data.officialSeats());
    assertThat(allocated.result().districts()).isEqualTo(data.officialDistricts());
    assertThat(allocated.result().districts().values())
        .filteredOn(seat -> !seat.seated())
        .hasSize(23);
    assertThat(allocated.result().districts()).hasSize(299);
    SeatTable parties = table(allocated, Stage.of(Stage.Kind.PARTIES));
    assertThat(parties.span().low().truncated(6)).isEqualTo("68063,063829");
    assertThat(parties.span().high().orElseThrow().truncated(6)).isEqualTo("68138,574712");
  }

  @Test
  void every_uncovered_winner_of_2025_is_explained() {
    BundestagData data = BundestagData.read("bundestag-2025.csv", "bundestag-2023");

    List<Step.Coverage> coverage =
        steps(calculate(Laws.BUNDESTAG_2023, data.election()), Step.Coverage.class);

    assertThat(coverage).hasSize(299);
    assertThat(coverage)
        .filteredOn(step -> step.district().equals("1"))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.winner()).isEqualTo("CDU");
              assertThat(step.rank()).isEqualTo(9);
              assertThat(step.seats()).isEqualTo(8);
              assertThat(step.reason()).isEqualTo(Step.CoverageReason.SEATS_EXHAUSTED);
            });
    assertThat(coverage)
        .filteredOn(step -> step.reason() == Step.CoverageReason.COVERED)
        .allSatisfy(step -> assertThat(step.rank()).isBetween(1, step.seats()));
  }
}
