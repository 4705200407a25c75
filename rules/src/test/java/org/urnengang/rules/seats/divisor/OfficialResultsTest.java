package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.EuropeanElection.FederalList;
import org.urnengang.rules.seats.EuropeanElection.LinkedLists;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Table;

/** The second implementation gives the seats of past elections. */
class OfficialResultsTest {
  private static final List<String> UNCOVERED_2025 =
      List.of(
          "1", "14", "151", "169", "181", "182", "183", "185", "202", "204", "206", "218", "243",
          "251", "259", "274", "275", "277", "282", "290", "54", "58", "71");

  @Test
  void bundestag_2017_has_709_seats_in_every_land_and_party() {
    OfficialBundestag data = OfficialBundestag.read("bundestag-2017.csv", "bundestag-2013");

    SeatResult result = Second.result(Second.calculate(Laws.BUNDESTAG_2013, data.election()));

    assertThat(result.total()).isEqualTo(709);
    assertThat(result.byLand()).isEqualTo(data.seats()).hasSize(16);
    assertThat(result.districts().values()).hasSize(299).allMatch(seat -> seat.seated());
  }

  @Test
  void bundestag_2021_repeated_has_735_seats_in_every_land_and_party() {
    OfficialBundestag data = OfficialBundestag.read("bundestag-2021.csv", "bundestag-2020");

    SeatResult result = Second.result(Second.calculate(Laws.BUNDESTAG_2020, data.election()));

    assertThat(result.total()).isEqualTo(735);
    assertThat(result.byLand()).isEqualTo(data.seats()).hasSize(16);
    assertThat(result.seatsOf("CSU")).isEqualTo(45);
    assertThat(result.seatsOf("SSW")).isEqualTo(1);
  }

  @Test
  void bundestag_2025_has_630_seats_and_23_districts_without_cover() {
    OfficialBundestag data = OfficialBundestag.read("bundestag-2025.csv", "bundestag-2023");

    SeatResult result = Second.result(Second.calculate(Laws.BUNDESTAG_2023, data.election()));

    assertThat(result.total()).isEqualTo(630);
    assertThat(result.byLand()).isEqualTo(data.seats());
    SortedMap<String, Boolean> seated = new TreeMap<>();
    result.districts().forEach((district, seat) -> seated.put(district, seat.seated()));
    assertThat(seated).isEqualTo(data.seated()).hasSize(299);
    assertThat(seated.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey))
        .containsExactlyElementsOf(UNCOVERED_2025);
  }

  @Test
  void the_european_election_of_2024_gives_96_seats() {
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    SortedMap<String, Integer> official = new TreeMap<>();
    SortedMap<String, Long> cdu = new TreeMap<>();
    for (Map<String, String> row : Table.rows("europa-2024.csv")) {
      long votes = Long.parseLong(cell(row, "votes"));
      if (cell(row, "land").isEmpty()) {
        nominations.put(cell(row, "key"), new FederalList(votes));
      } else {
        cdu.put(cell(row, "land"), votes);
      }
      if (!cell(row, "seats").equals("0")) {
        official.put(cell(row, "key"), Integer.parseInt(cell(row, "seats")));
      }
    }
    nominations.put("CDU", new LinkedLists(cdu));

    SeatResult result =
        Second.result(
            Second.calculate(
                Laws.EUROPA,
                new EuropeanElection(
                    EuropeanElection.Rules.of(RandomElections.data("europa")),
                    39_810_489,
                    nominations)));

    assertThat(result.total()).isEqualTo(96);
    assertThat(result.parties()).isEqualTo(official);
    assertThat(
            result.byLand().values().stream().mapToInt(land -> land.getOrDefault("CDU", 0)).sum())
        .isEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource({"landtag-2012, 7794126", "landtag-2010, 7760546"})
  void landtag_of_nrw_has_the_seats_of_the_election(String election, long validSecondVotes) {
    LandtagElection figures =
        new LandtagElection(
            LandtagElection.Rules.of(RandomElections.data("landtag-nrw")),
            validSecondVotes,
            contenders(election));

    assertThat(Second.result(Second.calculate(Laws.LANDTAG_NRW, figures)).parties())
        .isEqualTo(seats(election));
  }

  @ParameterizedTest
  @CsvSource({"witten-2009, 50", "example-im, 44"})
  void council_in_nrw_has_the_seats_of_the_election(String election, int size) {
    CouncilElection figures =
        new CouncilElection(
            CouncilElection.Rules.of(RandomElections.data("rat-nrw")),
            new CouncilElection.Known(size),
            contenders(election));

    assertThat(Second.result(Second.calculate(Laws.RAT_NRW, figures)).parties())
        .isEqualTo(seats(election));
  }

  @ParameterizedTest
  @EnumSource
  void each_method_gives_the_seats_of_the_vectors(MethodKind kind) {
    SortedMap<String, List<Claim>> claims = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> expected = new TreeMap<>();
    SortedMap<String, Integer> size = new TreeMap<>();
    for (Map<String, String> row : Table.rows("plain-vectors.csv")) {
      String vector = cell(row, "vector");
      size.put(vector, Integer.parseInt(cell(row, "seats")));
      claims
          .computeIfAbsent(vector, key -> new ArrayList<>())
          .add(Claim.of(cell(row, "key"), Long.parseLong(cell(row, "votes"))));
      expected
          .computeIfAbsent(vector, key -> new TreeMap<>())
          .put(cell(row, "key"), Integer.parseInt(cell(row, kind.key())));
    }
    assertThat(claims).containsKey("thueringen-2017");
    claims.forEach(
        (vector, parties) ->
            assertThat(
                    Second.result(
                            Second.allocate(
                                kind,
                                new Distribution(
                                    Stage.of(Stage.Kind.SEATS),
                                    size.getOrDefault(vector, 0),
                                    parties)))
                        .seats())
                .as(vector)
                .isEqualTo(expected.get(vector)));
  }

  private static SortedMap<String, Contender> contenders(String election) {
    SortedMap<String, Contender> contenders = new TreeMap<>();
    for (Map<String, String> row : rows(election)) {
      contenders.put(
          cell(row, "key"),
          new Contender(
              Long.parseLong(cell(row, "votes")), Integer.parseInt(cell(row, "districts")), true));
    }
    return contenders;
  }

  private static SortedMap<String, Integer> seats(String election) {
    SortedMap<String, Integer> seats = new TreeMap<>();
    for (Map<String, String> row : rows(election)) {
      if (!cell(row, "seats").equals("0")) {
        seats.put(cell(row, "key"), Integer.parseInt(cell(row, "seats")));
      }
    }
    return seats;
  }

  private static List<Map<String, String>> rows(String election) {
    return Table.rows("nrw.csv").stream()
        .filter(row -> cell(row, "election").equals(election))
        .toList();
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
