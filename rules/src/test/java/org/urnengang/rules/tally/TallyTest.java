package org.urnengang.rules.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.Days.area;
import static org.urnengang.rules.Days.bundestag;
import static org.urnengang.rules.Days.district;
import static org.urnengang.rules.Days.mergedInto;
import static org.urnengang.rules.Days.polling;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.Days;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

class TallyTest {
  private final ElectionDay day =
      Days.day(
          List.of(
              area("land", AreaLevel.LAND),
              area("kreis", AreaLevel.COUNTY, "land"),
              area("wk-1", AreaLevel.CONSTITUENCY, "land"),
              area("stadt", AreaLevel.MUNICIPALITY, "kreis", "wk-1"),
              area("leer", AreaLevel.MUNICIPALITY, "kreis"),
              polling("urne", "stadt"),
              polling("urne-2", "stadt"),
              mergedInto("urne", polling("klein", "stadt")),
              district("brief", DistrictKind.POSTAL, "stadt"),
              district("klinik", DistrictKind.SPECIAL, "kreis")),
          bundestag("land"));
  private final Election election = day.elections().getFirst();
  private final Letters letters = Letters.of(election);
  private final Tally tally = new Tally(day, election, letters);

  private int at(String id) {
    return day.areas().indexOf(id);
  }

  private Figures figures(Map<String, Integer> byLetter) {
    return Figures.of(letters, byLetter);
  }

  @Test
  void an_empty_tally_expects_polling_stations_and_postal_districts_apart() {
    assertThat(tally.progress(at("stadt"))).isEqualTo(new Progress(2, 1, 0, 0));
    assertThat(tally.progress(at("kreis"))).isEqualTo(new Progress(3, 1, 0, 0));
    assertThat(tally.progress(at("land"))).isEqualTo(new Progress(3, 1, 0, 0));
    assertThat(tally.progress(at("klein"))).isEqualTo(new Progress(0, 0, 0, 0));
    assertThat(tally.progress(at("land")).isEmpty()).isTrue();
    assertThat(tally.covers(at("leer"))).isFalse();
    assertThat(tally.covers(at("klein"))).isTrue();
    assertThat(tally.letters()).isSameAs(letters);
  }

  @Test
  void a_report_shows_in_every_area_above_it_once_and_nowhere_else() {
    tally.report(at("urne"), figures(Map.of("A1", 900, "A2", 100, "A3", 1, "B", 500)));
    tally.report(at("klinik"), figures(Map.of("B", 30)));

    assertThat(tally.count(at("urne"), Letters.B)).isEqualTo(500);
    assertThat(tally.count(at("wk-1"), Letters.B)).isEqualTo(500);
    assertThat(tally.count(at("land"), Letters.B)).isEqualTo(530);
    assertThat(tally.count(at("urne-2"), Letters.B)).isZero();
    assertThat(tally.eligible(at("land"))).isEqualTo(1001);
    assertThat(tally.progress(at("land"))).isEqualTo(new Progress(3, 1, 2, 0));
    assertThat(tally.progress(at("urne")).isComplete()).isTrue();
  }

  @Test
  void the_receiver_of_a_merged_district_completes_its_town() {
    tally.report(at("urne"), figures(Map.of()));
    tally.report(at("urne-2"), figures(Map.of()));
    assertThat(tally.progress(at("stadt")).isComplete()).isFalse();
    tally.report(at("brief"), figures(Map.of()));
    assertThat(tally.progress(at("stadt")).isComplete()).isTrue();
    assertThat(tally.progress(at("kreis")).isComplete()).isFalse();

    tally.merge(at("klinik"));

    assertThat(tally.progress(at("kreis")).isComplete()).isTrue();
  }

  @Test
  void many_large_districts_are_more_than_an_int_holds() {
    for (String id : List.of("urne", "urne-2", "klinik")) {
      tally.report(at(id), figures(Map.of("B", 999_999_999)));
    }

    assertThat(tally.count(at("land"), Letters.B)).isEqualTo(2_999_999_997L);
  }

  @Test
  void an_overflow_is_an_error_not_a_wrong_sum() {
    tally.add(at("land"), Letters.B, Long.MAX_VALUE);
    Figures one = figures(Map.of("B", 1));

    assertThatThrownBy(() -> tally.report(at("urne"), one)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void what_has_not_reported_cannot_be_corrected_or_withdrawn() {
    Figures one = figures(Map.of("B", 1));

    assertThatThrownBy(() -> tally.correct(at("urne"), one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("urne");
    assertThatThrownBy(() -> tally.withdraw(at("urne"))).isInstanceOf(IllegalStateException.class);
    assertThat(tally.reported(at("urne"))).isEmpty();
  }

  @Test
  void an_overflow_of_all_eligible_is_an_error_too() {
    tally.add(at("land"), Letters.A1, Long.MAX_VALUE);
    tally.add(at("land"), Letters.A3, 1);

    assertThatThrownBy(() -> tally.eligible(at("land"))).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, 0, 3, 0, false, true",
    "2, 1, 2, 0, 3, 2, false, false",
    "2, 1, 2, 1, 3, 3, true, false",
    "0, 0, 0, 0, 0, 0, true, true"
  })
  void progress_adds_its_channels(
      int expectedPolling,
      int expectedPostal,
      int receivedPolling,
      int receivedPostal,
      int expected,
      int received,
      boolean complete,
      boolean empty) {
    Progress progress =
        new Progress(expectedPolling, expectedPostal, receivedPolling, receivedPostal);

    assertThat(progress.expected()).isEqualTo(expected);
    assertThat(progress.received()).isEqualTo(received);
    assertThat(progress.isComplete()).isEqualTo(complete);
    assertThat(progress.isEmpty()).isEqualTo(empty);
  }

  @Test
  void progress_beyond_all_bounds_is_an_error() {
    assertThatThrownBy(() -> new Progress(Integer.MAX_VALUE, 1, 0, 0).expected())
        .isInstanceOf(ArithmeticException.class);
  }
}
