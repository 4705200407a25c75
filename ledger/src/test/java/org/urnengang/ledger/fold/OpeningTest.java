package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.ledger.SmallNight.CLOSE;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.LOCAL;
import static org.urnengang.ledger.SmallNight.reported;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/** From the definition to the opened elections, and the gate at the close of the polls. */
class OpeningTest {
  private static final List<Entry> OPENING = SmallNight.opening();
  private static final int PARTS = OPENING.size() - 2;

  private static void assertRefused(ResultState state, Entry entry, String message) {
    long version = state.version();
    assertThatThrownBy(() -> state.apply(entry))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining(message);
    assertThat(state.version()).isEqualTo(version);
  }

  private static ResultState afterParts() {
    return SmallNight.fold(OPENING.subList(0, PARTS));
  }

  private static ElectionOpened opened() {
    return (ElectionOpened) OPENING.get(PARTS);
  }

  @Test
  void a_state_begins_with_nothing() {
    ResultState state = new ResultState();

    assertThat(state.version()).isZero();
    assertThat(state.lastAt()).isEmpty();
    assertThat(state.day()).isEmpty();
    assertThat(state.elections()).isEmpty();
    assertThat(state.election(FEDERAL)).isEmpty();
  }

  @Test
  void an_opened_day_is_the_defined_one_with_its_elections_in_order() {
    List<Entry> backwards = new ArrayList<>(OPENING);
    Collections.swap(backwards, PARTS, PARTS + 1);
    for (List<Entry> entries : List.of(OPENING, backwards)) {
      ResultState state = SmallNight.fold(entries);

      assertThat(state.version()).isEqualTo(entries.size());
      assertThat(state.lastAt()).contains(CLOSE.minusDays(1));
      assertThat(state.day().orElseThrow().title()).isEqualTo("Ergebnisse");
      assertThat(state.elections())
          .extracting(election -> election.election().key())
          .containsExactly(FEDERAL, LOCAL);
      assertThat(SmallNight.election(state, LOCAL).day()).isSameAs(state.day().orElseThrow());
    }
  }

  @Test
  void parts_come_in_their_order_each_once() {
    DefinitionPart first = (DefinitionPart) OPENING.getFirst();
    DefinitionPart second = (DefinitionPart) OPENING.get(1);

    assertRefused(new ResultState(), second, "Teil 2");
    assertRefused(SmallNight.fold(List.of(first)), first, "Teil 1");
    assertRefused(
        SmallNight.fold(List.of(first)),
        new DefinitionPart(second.at(), 2, second.of() + 1, second.content()),
        "Teil 2");
    assertRefused(
        new ResultState(), new DefinitionPart(first.at(), 1, 0, first.content()), "Teil 1 von 0");
    assertRefused(new ResultState(), new DefinitionPart(first.at(), 0, 3, first.content()), "0");
    assertRefused(SmallNight.opened(), first, "abgeschlossen");
  }

  @Test
  void an_election_is_not_opened_before_all_parts_are_there() {
    assertRefused(new ResultState(), opened(), "nicht vollständig");
    assertRefused(SmallNight.fold(OPENING.subList(0, PARTS - 1)), opened(), "nicht vollständig");
  }

  private static ElectionOpened changed(String what) {
    ElectionOpened e = opened();
    SortedMap<String, String> other = new TreeMap<>(Map.of("polls_close", "nie"));
    return new ElectionOpened(
        e.at(),
        what.equals("election") ? "landtagswahl" : e.election(),
        what.equals("law") ? "sainte-lague" : e.law(),
        what.equals("parameters") ? other : e.parameters(),
        what.equals("parts") ? e.parts() + 1 : e.parts(),
        what.equals("sha256") ? e.sha256().replace('a', 'b').replace('1', '2') : e.sha256());
  }

  @ParameterizedTest
  @CsvSource({
    "election, Wahl landtagswahl fehlt",
    "law, nennt anderes Recht",
    "parameters, nennt anderes Recht",
    "parts, nennt eine andere Festlegung",
    "sha256, nennt eine andere Festlegung"
  })
  void an_opening_names_exactly_what_was_defined(String what, String message) {
    ResultState state = afterParts();

    assertRefused(state, changed(what), message);
    assertThat(state.day()).isEmpty();
    state.apply(opened());
    assertThat(state.day()).isPresent();
  }

  @Test
  void an_election_is_opened_once_and_a_fact_needs_an_opened_one() {
    ResultState state = afterParts();
    assertRefused(state, reported(1, "stadt-1"), "nicht eröffnet");
    state.apply(opened());

    assertRefused(state, opened(), "schon eröffnet");
    assertRefused(state, reported(1, LOCAL, "stadt-1"), "nicht eröffnet");
  }

  @Test
  void a_definition_that_contradicts_itself_is_refused_when_it_is_opened() {
    ResultState state = new ResultState();
    state.apply(
        new DefinitionPart(CLOSE, 1, 1, JsonValue.object().put("title", "ohne Datum").build()));

    assertRefused(state, new ElectionOpened(CLOSE, "x", "y", new TreeMap<>(), 1, ""), "date fehlt");
  }

  private static List<Entry> openingOf(UnaryOperator<List<Ballot>> ballots) {
    ElectionDay day = SmallNight.day();
    Election e = day.elections().getFirst();
    Election changed =
        new Election(
            e.key(),
            e.name(),
            e.title(),
            e.kind(),
            e.law(),
            e.scope(),
            e.pollsClose(),
            e.votes(),
            e.options(),
            ballots.apply(e.ballots()),
            e.question());
    List<Area> areas = day.areas().areas();
    return Definition.entries(SmallNight.day(areas, changed), CLOSE);
  }

  @Test
  void an_election_in_which_a_district_has_no_ballot_or_two_is_refused() {
    List<Entry> without = openingOf(ballots -> ballots.subList(0, 1));
    List<Entry> twice =
        openingOf(
            ballots ->
                List.of(
                    ballots.get(0),
                    new Ballot("first", "05766", ballots.get(0).lines()),
                    ballots.get(1)));
    for (List<Entry> entries : List.of(without, twice)) {
      ResultState state = SmallNight.fold(entries.subList(0, entries.size() - 1));

      assertRefused(state, entries.getLast(), "Stimmzettel");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-09-24T17:59:59+02:00, false",
    "2017-09-24T18:00:00+02:00, true",
    "2017-09-24T15:59:59Z, false",
    "2017-09-24T16:00:00Z, true",
    "2017-09-24T18:00:00Z, true",
    "2017-09-24T18:00:00+03:00, false"
  })
  void nothing_of_the_count_is_released_before_the_polls_have_closed(
      OffsetDateTime at, boolean open) {
    assertThat(PublicationGate.isOpen(CLOSE, at)).isEqualTo(open);
    ResultState state = SmallNight.opened();
    Entry.DistrictReported report = reported(0, "stadt-1");
    Entry entry = new Entry.DistrictReported(at, FEDERAL, report.district(), report.figures());

    if (open) {
      state.apply(entry);
      assertThat(state.lastAt()).contains(at);
    } else {
      assertRefused(state, entry, "geöffnet");
    }
  }

  @Test
  void the_gate_holds_for_everything_of_the_count_and_for_nothing_else() {
    OffsetDateTime noon = CLOSE.minusHours(6);
    ResultState state = SmallNight.opened();
    SortedMap<String, Integer> figures = SmallNight.soundFigures(FEDERAL, "stadt-1");
    List.<Entry>of(
            new Entry.DistrictReported(noon, FEDERAL, "stadt-1", figures),
            new Entry.Corrected(noon, FEDERAL, "stadt-1", figures, figures, "x"),
            new Entry.Withdrawn(noon, FEDERAL, "stadt-1", "x"),
            new Entry.Estimate(noon, FEDERAL, "stadt-1", figures, "x"),
            new Entry.LotDrawn(noon, FEDERAL, "05", "x", List.of("a", "b"), "a", "x"),
            new Entry.Declared(noon, FEDERAL, Entry.Status.PRELIMINARY, "x"))
        .forEach(entry -> assertRefused(state, entry, "geöffnet"));

    state.apply(new Entry.Turnout(noon, FEDERAL, "stadt", 321));
    state.apply(new Entry.Merged(noon, FEDERAL, "stadt-2", "stadt-1", "37 Wählende"));
    assertThat(SmallNight.election(state, FEDERAL).facts()).hasSize(2);
  }
}
