package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.ledger.SmallNight.CLOSE;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.LOCAL;
import static org.urnengang.ledger.SmallNight.at;
import static org.urnengang.ledger.SmallNight.reported;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Amendable;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.entry.Entry.Turnout;

/** How sure a result is, what may be amended, lots, turnout, and when an area changed. */
class DeclarationTest {
  private final ResultState state = SmallNight.opened();
  private final ElectionState federal = SmallNight.election(state, FEDERAL);
  private final ElectionState local = SmallNight.election(state, LOCAL);

  private int area(String id) {
    return federal.day().areas().indexOf(id);
  }

  private void apply(Entry... entries) {
    List.of(entries).forEach(state::apply);
  }

  private void assertRefused(Entry entry, String message) {
    String before = StatePicture.of(state);
    assertThatThrownBy(() -> state.apply(entry))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining(message);
    assertThat(StatePicture.of(state)).isEqualTo(before);
  }

  private static Declared declared(int minutes, Status status) {
    return new Declared(at(minutes), LOCAL, status, "Abstimmungsausschuss");
  }

  private void reportAll() {
    for (String district : List.of("stadt-1", "stadt-2", "stadt-k", "stadt-b")) {
      apply(reported(100, LOCAL, district));
    }
  }

  @Test
  void a_result_is_preliminary_when_every_district_has_reported_area_by_area() {
    assertThat(federal.status(area("05"))).isEqualTo(Status.INTERIM);
    apply(reported(1, "nachbar-1"));
    assertThat(federal.status(area("nachbar"))).isEqualTo(Status.INTERIM);
    apply(reported(2, "nachbar-b"));
    assertThat(federal.status(area("nachbar"))).isEqualTo(Status.PRELIMINARY);
    assertThat(federal.status(area("05762"))).isEqualTo(Status.PRELIMINARY);
    assertThat(federal.status(area("wk-136"))).isEqualTo(Status.INTERIM);
    apply(SmallNight.withdrawn(3, "nachbar-1"));
    assertThat(federal.status(area("nachbar"))).isEqualTo(Status.INTERIM);
  }

  @Test
  void a_declared_result_is_that_everywhere() {
    apply(declared(90, Status.PRELIMINARY));
    assertThat(local.status(area("stadt-1"))).isEqualTo(Status.PRELIMINARY);
    assertThat(local.status(area("stadt"))).isEqualTo(Status.PRELIMINARY);
    reportAll();
    apply(declared(101, Status.FINAL));
    assertThat(local.status(area("stadt"))).isEqualTo(Status.FINAL);
    assertThat(federal.status(area("stadt"))).as("the other election").isEqualTo(Status.INTERIM);
  }

  @Test
  void a_final_result_is_never_less_sure_again() {
    reportAll();
    apply(declared(100, Status.FINAL));

    assertRefused(declared(101, Status.PRELIMINARY), "nicht wieder");
    assertRefused(declared(101, Status.FINAL), "nicht wieder");
    assertRefused(declared(101, Status.INTERIM), "nicht wieder");
  }

  private static Amended amended(
      int minutes, String election, Amendable what, String before, String after) {
    return new Amended(at(minutes), election, what, before, after, "Nachtrag");
  }

  @Test
  void the_entitled_are_as_announced_or_all_once_every_district_is_counted() {
    assertThat(local.entitled()).isEmpty();
    reportAll();
    assertThat(local.entitled()).contains(2100L);
    ResultState announced =
        SmallNight.fold(Definition.entries(SmallNight.day(Optional.of(7428)), CLOSE));
    assertThat(SmallNight.election(announced, LOCAL).entitled()).contains(7428L);
    announced.apply(amended(1, LOCAL, Amendable.ENTITLED, "7428", "7429"));
    assertThat(SmallNight.election(announced, LOCAL).entitled()).contains(7429L);
  }

  @ParameterizedTest
  @CsvSource({
    "7429, 7430",
    "'', 7430",
    "7428, ''",
    "7428, -1",
    "7428, +1",
    "7428, 1.5",
    "7428, 07",
    "7428, 4000000000",
    "7428, 12345678901",
    "7428, ９"
  })
  void an_amendment_knows_the_old_number_and_names_a_new_one(String before, String after) {
    ResultState announced =
        SmallNight.fold(Definition.entries(SmallNight.day(Optional.of(7428)), CLOSE));

    assertThatThrownBy(() -> announced.apply(amended(1, LOCAL, Amendable.ENTITLED, before, after)))
        .isInstanceOf(RefusedEntry.class);
    assertThat(SmallNight.election(announced, LOCAL).entitled()).contains(7428L);
  }

  @Test
  void an_unannounced_number_is_amended_from_nothing_and_only_of_a_referendum() {
    assertRefused(amended(1, LOCAL, Amendable.ENTITLED, "0", "100"), "war");
    assertRefused(amended(1, FEDERAL, Amendable.ENTITLED, "", "100"), "war");
    apply(amended(1, LOCAL, Amendable.ENTITLED, "", "100"));
    assertThat(local.entitled()).contains(100L);
  }

  @Test
  void polls_that_stay_open_longer_keep_the_gate_closed_longer() {
    String close = "2017-09-24T18:00:00+02:00";
    apply(amended(-30, FEDERAL, Amendable.POLLS_CLOSE, close, "2017-09-24T18:30:00+02:00"));

    assertThat(federal.pollsClose()).isEqualTo(CLOSE.plusMinutes(30));
    assertThat(local.pollsClose()).isEqualTo(CLOSE);
    assertRefused(reported(29, "stadt-1"), "geöffnet");
    apply(reported(1, LOCAL, "stadt-1"), reported(30, "stadt-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-24T18:01:00+02:00, 2017-09-24T18:30:00+02:00, war 2017-09-24T18:00:00+02:00",
    "18:00, 2017-09-24T18:30:00+02:00, kein Zeitpunkt",
    "2017-09-24T18:00:00+02:00, 19 Uhr, kein Zeitpunkt",
    "2017-09-24T18:00:00+02:00, 2017-09-25T18:00:00+02:00, endet am Wahltag"
  })
  void an_end_of_the_polls_is_amended_from_the_old_one_on_the_same_day(
      String before, String after, String message) {
    assertRefused(amended(1, FEDERAL, Amendable.POLLS_CLOSE, before, after), message);
  }

  @Test
  void after_the_first_report_the_end_of_the_polls_stands() {
    String close = "2017-09-24T18:00:00+02:00";
    apply(reported(1, "stadt-1"));

    assertRefused(
        amended(2, FEDERAL, Amendable.POLLS_CLOSE, close, "2017-09-24T18:30:00+02:00"), "steht");
    apply(amended(2, LOCAL, Amendable.POLLS_CLOSE, close, "2017-09-24T18:30:00+02:00"));
  }

  private static LotDrawn lot(String area, List<String> candidates, String drawn) {
    return new LotDrawn(at(1), FEDERAL, area, "Platz 1", candidates, drawn, "Wahlleiterin");
  }

  @Test
  void a_lot_is_drawn_between_at_least_two_of_whom_one_is_drawn() {
    apply(lot("wk-136", List.of("A", "B"), "B"));

    assertThat(federal.facts(LotDrawn.class))
        .containsExactly(lot("wk-136", List.of("A", "B"), "B"));
    assertRefused(lot("wk-136", List.of("A", "B"), "C"), "Gezogen");
    assertRefused(lot("wk-136", List.of("A"), "A"), "Gezogen");
    assertRefused(lot("wk-999", List.of("A", "B"), "A"), "gehört nicht zu");
  }

  @Test
  void the_last_turnout_of_an_area_is_kept() {
    Turnout noon = new Turnout(CLOSE.minusHours(6), FEDERAL, "stadt", 400);
    Turnout four = new Turnout(CLOSE.minusHours(2), FEDERAL, "stadt", 700);
    apply(noon, four);

    assertThat(federal.turnouts()).containsExactly(Map.entry(area("stadt"), four));
    assertThat(federal.facts(Turnout.class)).containsExactly(noon, four);
    assertRefused(new Turnout(CLOSE, FEDERAL, "leer", 1), "gehört nicht zu");
  }

  private List<String> changedIn(long version) {
    return federal.day().areas().areas().stream()
        .map(a -> a.id())
        .filter(id -> federal.changed(area(id)) == version)
        .toList();
  }

  @Test
  void an_area_changes_with_its_districts_and_remembers_when() {
    assertThat(federal.changed(area("05"))).isEqualTo(state.version() - 1);
    assertThat(federal.changedAt(area("05"))).isEqualTo(CLOSE.minusDays(1));
    apply(reported(7, "stadt-1"));
    long first = state.version();
    apply(reported(9, "nachbar-1"), reported(9, LOCAL, "stadt-1"));

    assertThat(changedIn(first)).containsExactly("05766", "stadt", "stadt-1");
    assertThat(changedIn(first + 1))
        .containsExactly("05", "wk-136", "05762", "nachbar", "nachbar-1");
    assertThat(federal.changedAt(area("stadt"))).isEqualTo(at(7));
    assertThat(federal.changedAt(area("wk-136"))).isEqualTo(at(9));
    assertThat(local.changed(area("stadt-1"))).isEqualTo(first + 2);
  }

  @Test
  void a_turnout_of_the_whole_changes_the_whole_only_and_a_declaration_everything() {
    apply(new Turnout(CLOSE, FEDERAL, "05", 1));
    assertThat(changedIn(state.version())).containsExactly("05");
    apply(new Declared(at(1), FEDERAL, Status.PRELIMINARY, "x"));
    assertThat(changedIn(state.version())).hasSize(federal.day().areas().size());
  }

  @Test
  void a_merger_changes_the_receiver_too() {
    apply(new Entry.Merged(at(1), FEDERAL, "nachbar-1", "stadt-1", "x"));

    assertThat(changedIn(state.version()))
        .contains("nachbar-1", "nachbar", "stadt-1", "stadt", "05766", "05762")
        .doesNotContain("stadt-2");
  }
}
