package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.LOCAL;
import static org.urnengang.ledger.SmallNight.at;
import static org.urnengang.ledger.SmallNight.corrected;
import static org.urnengang.ledger.SmallNight.figures;
import static org.urnengang.ledger.SmallNight.reported;
import static org.urnengang.ledger.SmallNight.soundFigures;
import static org.urnengang.ledger.SmallNight.withdrawn;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;

/** Reports, corrections, withdrawals, mergers and estimates. */
class CountTest {
  private final ResultState state = SmallNight.opened();
  private final ElectionState election = SmallNight.election(state, FEDERAL);

  private int area(String id) {
    return election.day().areas().indexOf(id);
  }

  private long count(String area, String letter) {
    int column = election.letters().column(letter).orElseThrow();
    return election.tally().count(area(area), column);
  }

  private void apply(Entry... entries) {
    List.of(entries).forEach(state::apply);
  }

  private void assertRefused(Entry entry, String message) {
    long version = state.version();
    String before = picture();
    assertThatThrownBy(() -> state.apply(entry))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining(message);
    assertThat(state.version()).isEqualTo(version);
    assertThat(picture()).isEqualTo(before);
  }

  private String picture() {
    return StatePicture.of(state);
  }

  @Test
  void a_report_counts_in_all_areas_above_its_district() {
    apply(reported(7, "stadt-1"));

    assertThat(count("stadt-1", "D1")).isEqualTo(290);
    assertThat(count("05", "D1")).isEqualTo(290);
    assertThat(count("05762", "D1")).isZero();
    assertThat(election.tally().progress(area("wk-136"))).isEqualTo(new Progress(4, 2, 1, 0));
    assertThat(election.figures(area("stadt-1")).orElseThrow().toMap())
        .isEqualTo(soundFigures(FEDERAL, "stadt-1"));
    assertThat(election.figures(area("stadt-2"))).isEmpty();
    assertThat(election.facts())
        .containsExactly(new ElectionState.Fact(state.version(), reported(7, "stadt-1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stadt-9   | gehört nicht zu
          leer      | gehört nicht zu
          stadt     | kein Wahlbezirk
          05        | kein Wahlbezirk
          ''        | gehört nicht zu
          """)
  void a_report_of_something_that_is_no_district_is_refused(String id, String message) {
    assertRefused(
        new DistrictReported(at(1), FEDERAL, id, soundFigures(FEDERAL, "stadt-1")), message);
  }

  @Test
  void a_district_of_another_election_is_refused() {
    assertRefused(
        new DistrictReported(at(1), LOCAL, "nachbar-1", soundFigures(LOCAL, "stadt-1")),
        "gehört nicht zu " + LOCAL);
    assertRefused(
        new DistrictReported(at(1), "landtagswahl", "stadt-1", soundFigures(LOCAL, "stadt-1")),
        "nicht eröffnet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C=11      | F1
          E=6       | F2
          D1=291    | F3
          F1=301    | F4
          B1=501    | F7
          A1=1      | F8
          D3=0      | F10
          G=0       | Buchstabe G
          B=-1      | negativ
          """)
  void a_report_that_fails_a_check_is_refused(String change, String message) {
    SortedMap<String, Integer> figures = soundFigures(FEDERAL, "stadt-1");
    figures.putAll(figures(change));

    assertRefused(new DistrictReported(at(1), FEDERAL, "stadt-1", figures), message);
    assertRefused(new Estimate(at(1), FEDERAL, "stadt-1", figures, "x"), message);
  }

  @Test
  void a_report_without_a_line_of_its_form_is_refused() {
    SortedMap<String, Integer> figures = soundFigures(FEDERAL, "stadt-1");
    figures.remove("A2");

    assertRefused(new DistrictReported(at(1), FEDERAL, "stadt-1", figures), "A2 fehlt");
    assertRefused(
        new DistrictReported(at(1), FEDERAL, "stadt-b", soundFigures(FEDERAL, "stadt-1")), "F7");
  }

  @Test
  void a_second_report_of_a_district_is_refused() {
    apply(reported(1, "stadt-1"));

    assertRefused(reported(2, "stadt-1"), "hat schon gemeldet");
    apply(reported(2, LOCAL, "stadt-1"));
  }

  @Test
  void a_correction_replaces_what_changes_and_nothing_else() {
    apply(reported(1, "stadt-1"), corrected(2, "stadt-1", "D1=290 D2=200", "D1=200 D2=290"));

    assertThat(count("05", "D1")).isEqualTo(200);
    assertThat(count("05", "D2")).isEqualTo(290);
    assertThat(count("05", "F1")).isEqualTo(300);
    assertThat(election.tally().progress(area("05")).received()).isEqualTo(1);
    apply(corrected(3, "stadt-1", "D1=200 D2=290", "D1=290 D2=200"));
    assertThat(count("05", "D1")).isEqualTo(290);
  }

  @Test
  void a_correction_may_add_a_line_that_is_known_only_later_and_take_it_away() {
    apply(reported(1, "stadt-1"), corrected(2, "stadt-1", "", "A3=4"));
    assertThat(election.tally().eligible(area("05"))).isEqualTo(1004);

    apply(corrected(3, "stadt-1", "A3=4", ""));
    assertThat(election.tally().eligible(area("05"))).isEqualTo(1000);
    assertThat(election.figures(area("stadt-1")).orElseThrow().has(Letters.A3)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D1=291 D2=200 | D1=200 D2=291 | andere alte Zahlen
          D1=290        | D1=200 D2=290 | andere alte Zahlen
          D3=0          | D3=0          | andere alte Zahlen
          A3=1          | A3=2          | andere alte Zahlen
          D1=290        | D1=290        | ändert nichts
          ''            | ''            | ändert nichts
          D1=290 D2=200 | D1=200 D2=200 | F3
          A2=100        | ''            | A2 fehlt
          ''            | D3=0          | F10
          D1=290 D2=200 | D1=-1 D2=491  | negativ
          """)
  void a_correction_must_know_the_old_figures_and_leave_sound_ones(
      String before, String after, String message) {
    apply(reported(1, "stadt-1"));

    assertRefused(corrected(2, "stadt-1", before, after), message);
  }

  @Test
  void a_withdrawn_report_leaves_nothing_and_can_be_made_anew() {
    String before = StatePicture.counts(state);
    apply(reported(1, "stadt-1"), withdrawn(2, "stadt-1"));

    assertThat(StatePicture.counts(state)).isEqualTo(before);
    assertThat(election.figures(area("stadt-1"))).isEmpty();
    assertRefused(withdrawn(3, "stadt-1"), "noch nichts gemeldet");
    assertRefused(corrected(3, "stadt-1", "D1=290", "D1=1"), "noch nichts gemeldet");
    apply(reported(4, "stadt-1"));
    assertThat(count("05", "B")).isEqualTo(500);
  }

  private static Merged merged(String district, String into) {
    return new Merged(at(-60), FEDERAL, district, into, "37 Wählende");
  }

  @Test
  void a_merged_district_is_not_expected_and_reports_nothing() {
    apply(merged("stadt-2", "stadt-1"));

    assertThat(election.tally().progress(area("stadt"))).isEqualTo(new Progress(2, 1, 0, 0));
    assertThat(election.isMerged(area("stadt-2"))).isTrue();
    assertThat(election.mergedInto(area("stadt-2")).orElseThrow().id()).isEqualTo("stadt-1");
    assertThat(election.isMerged(area("stadt-1"))).isFalse();
    assertThat(election.mergedInto(area("stadt"))).isEmpty();
    assertRefused(reported(1, "stadt-2"), "mitgezählt");
    assertRefused(new Estimate(at(1), FEDERAL, "stadt-2", new TreeMap<>(), "x"), "mitgezählt");
    apply(reported(2, LOCAL, "stadt-2"));
  }

  @Test
  void a_merger_that_would_lose_votes_is_refused() {
    apply(reported(1, "nachbar-1"), merged("stadt-2", "stadt-1"));

    assertRefused(merged("nachbar-1", "stadt-1"), "hat schon gemeldet");
    assertRefused(merged("stadt-k", "stadt-k"), "kann nicht");
    assertRefused(merged("stadt-k", "stadt-2"), "mitgezählt");
    assertRefused(merged("stadt-2", "stadt-k"), "mitgezählt");
    assertRefused(merged("stadt-1", "stadt-k"), "kann nicht");
    assertRefused(merged("stadt-b", "stadt-1"), "kann nicht");
    assertRefused(merged("stadt-k", "nachbar-b"), "kann nicht");
    assertRefused(merged("stadt-k", "stadt"), "kein Wahlbezirk");
    assertRefused(merged("stadt-k", "stadt-9"), "gehört nicht zu");
    apply(merged("nachbar-b", "stadt-b"));
  }

  @Test
  void an_estimate_is_shown_and_never_added() {
    Estimate estimate =
        new Estimate(at(1), FEDERAL, "stadt-2", soundFigures(FEDERAL, "stadt-2"), "Urne nass");
    apply(estimate);

    assertThat(election.estimates()).containsExactly(Map.entry(area("stadt-2"), estimate));
    assertThat(count("05", "B")).isZero();
    assertThat(election.tally().progress(area("05")).received()).isZero();
    apply(reported(2, "stadt-2"));
    assertThat(election.estimates()).isEmpty();
    assertRefused(estimate, "ist gezählt");
  }

  @Test
  void a_merged_district_is_no_longer_estimated() {
    apply(
        new Estimate(at(1), FEDERAL, "stadt-2", soundFigures(FEDERAL, "stadt-2"), "x"),
        new Merged(at(2), FEDERAL, "stadt-2", "stadt-1", "x"));

    assertThat(election.estimates()).isEmpty();
  }

  @Test
  void what_a_state_shows_cannot_be_changed_from_outside() {
    apply(reported(1, "stadt-1"));

    assertThatThrownBy(() -> election.facts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> election.estimates().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> election.turnouts().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
