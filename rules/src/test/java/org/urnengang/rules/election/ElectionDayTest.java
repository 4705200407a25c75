package org.urnengang.rules.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.Days.area;
import static org.urnengang.rules.Days.ballot;
import static org.urnengang.rules.Days.bundestag;
import static org.urnengang.rules.Days.mergedInto;
import static org.urnengang.rules.Days.only;
import static org.urnengang.rules.Days.polling;
import static org.urnengang.rules.Days.referendum;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.Days;

class ElectionDayTest {
  private static final Area LAND = area("05", AreaLevel.LAND);
  private static final Area TOWN = area("stadt", AreaLevel.MUNICIPALITY, "05");

  private static ElectionDay day(
      LocalDate date,
      boolean rehearsal,
      String ledger,
      List<Authority> authorities,
      List<Area> areas,
      Election... elections) {
    return new ElectionDay(
        date,
        rehearsal,
        "Titel",
        "",
        ledger,
        "",
        authorities,
        AreaGraph.of(areas),
        List.of(elections));
  }

  private static Authority authority(String key) {
    return new Authority(key, key, Optional.empty());
  }

  interface Making {
    ElectionDay make();
  }

  private static Arguments row(String what, String message, Making making) {
    return Arguments.argumentSet(what, making, message);
  }

  private static final LocalDate DATE = LocalDate.of(2017, 9, 24);
  private static final Authority NORTH = authority(Days.AUTHORITY);
  private static final List<Area> AREAS = List.of(LAND, TOWN, polling("b", "stadt"));

  static final List<Arguments> CONTRADICTIONS =
      List.of(
          row(
              "election twice",
              "kommt zweimal vor",
              () -> Days.day(AREAS, bundestag("05"), bundestag("05"))),
          row("scope nowhere", "Gebiet 06 fehlt", () -> Days.day(AREAS, bundestag("06"))),
          row(
              "ballot nowhere",
              "Stimmzettel-Gebiet wk-1 fehlt",
              () -> Days.day(AREAS, bundestag("05", ballot("first", "wk-1", 1)))),
          row(
              "district of no election",
              "Wahl rat fehlt",
              () ->
                  Days.day(
                      List.of(LAND, TOWN, only("rat", polling("b", "stadt"))), bundestag("05"))),
          row(
              "polls close the day before",
              "endet nicht am Wahltag 2017-09-25",
              () -> day(DATE.plusDays(1), false, "l", List.of(NORTH), AREAS, bundestag("05"))),
          row(
              "authority twice",
              "Behörde nord kommt zweimal vor",
              () -> day(DATE, false, "l", List.of(NORTH, NORTH), AREAS)),
          row(
              "authority nowhere",
              "Behörde nord fehlt",
              () -> day(DATE, false, "l", List.of(authority("sued")), AREAS)),
          row(
              "receiver that does not count the election",
              "b zählt nicht für die Wahl rat",
              () ->
                  Days.day(
                      List.of(
                          LAND,
                          TOWN,
                          only("bundestagswahl", polling("b", "stadt")),
                          mergedInto("b", polling("klein", "stadt"))),
                      bundestag("05"),
                      Days.council("stadt"))),
          row(
              "receiver outside the election",
              "fern zählt nicht für die Wahl rat",
              () ->
                  Days.day(
                      List.of(
                          LAND,
                          TOWN,
                          polling("fern", "05"),
                          mergedInto("fern", polling("klein", "stadt"))),
                      Days.council("stadt"))));

  @ParameterizedTest
  @FieldSource("CONTRADICTIONS")
  void a_day_that_contradicts_itself_is_refused(Making making, String message) {
    assertThatThrownBy(making::make)
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".x", "OWL", "owl 1", "owl+1", "owl/1", "öwl"})
  void a_ledger_name_that_cannot_name_a_key_is_refused(String ledger) {
    assertThatThrownBy(() -> day(LocalDate.of(2017, 9, 24), true, ledger, List.of(), List.of(LAND)))
        .isInstanceOf(InvalidElection.class);
  }

  @ParameterizedTest
  @CsvSource({"true, 2017-09-24-probe", "false, 2017-09-24"})
  void a_rehearsal_is_marked_in_the_key_and_in_the_name_of_the_ledger(
      boolean rehearsal, String key) {
    ElectionDay day = day(LocalDate.of(2017, 9, 24), rehearsal, "owl", List.of(), List.of(LAND));

    assertThat(day.key()).isEqualTo(key);
    assertThat(day.origin()).isEqualTo("owl/" + key);
  }

  @Test
  void elections_and_authorities_are_found_by_key() {
    ElectionDay day = Days.town();

    assertThat(day.election("rat").map(Election::kind)).contains(ElectionKind.COUNCIL);
    assertThat(day.election("kreistag")).isEmpty();
    assertThat(day.authority("nord")).isPresent();
    assertThat(day.authority("sued")).isEmpty();
  }

  @Test
  void a_district_counts_for_the_elections_whose_scope_holds_it_unless_it_names_them() {
    Election federal = bundestag("05");
    Election local = referendum("entscheid", "stadt");
    ElectionDay day =
        Days.day(
            List.of(
                LAND,
                TOWN,
                polling("alle", "stadt"),
                only("bundestagswahl", polling("eine", "stadt")),
                polling("draussen", "05"),
                mergedInto("alle", polling("klein", "stadt"))),
            federal,
            local);

    assertThat(counted(day, federal)).containsExactly("alle", "eine", "draussen", "klein");
    assertThat(counted(day, local)).containsExactly("alle", "klein");
  }

  private static List<String> counted(ElectionDay day, Election election) {
    return day.areas().areas().stream()
        .map(Area::id)
        .filter(id -> day.isCounted(election, day.areas().indexOf(id)))
        .toList();
  }
}
