package org.urnengang.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.ledger.LargeNight;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;
import org.urnengang.rules.election.StreetPart.Side;

class DefinitionTest {
  private static List<DefinitionPart> parts(ElectionDay day) {
    return Definition.entries(day, SmallNight.CLOSE).stream()
        .filter(DefinitionPart.class::isInstance)
        .map(DefinitionPart.class::cast)
        .toList();
  }

  private static List<JsonObject> contents(ElectionDay day) {
    return parts(day).stream().map(DefinitionPart::content).toList();
  }

  /** A graph is equal when its areas are. */
  private static void assertSame(ElectionDay read, ElectionDay day) {
    assertThat(read.areas().areas()).isEqualTo(day.areas().areas());
    ElectionDay withSameGraph =
        new ElectionDay(
            read.date(),
            read.rehearsal(),
            read.title(),
            read.subtitle(),
            read.ledger(),
            read.source(),
            read.authorities(),
            day.areas(),
            read.elections(),
            read.background());
    assertThat(withSameGraph).isEqualTo(day);
  }

  @Test
  void its_background_is_read_back_too() {
    ElectionDay plain = SmallNight.day();
    String area = plain.areas().area(0).id();
    Outline outline =
        new Outline(
            area,
            new Point(-123, 5_100_000),
            List.of(List.of(new Point(-1, 1), new Point(5, 1), new Point(5, 5), new Point(-1, 1))));
    String election = plain.elections().getFirst().key();
    Previous previous =
        new Previous(
            "Wahl davor",
            LocalDate.of(2013, 9, 22),
            "amtlich",
            new TreeMap<>(Map.of(area, new TreeMap<>(Map.of("D", 7, "D1", 0)))));
    String district = SmallNight.day().areas().areas().getLast().id();
    StreetPart part =
        new StreetPart(
            "Am Wall",
            "32105",
            "",
            HouseNumber.of("2"),
            HouseNumber.of("28a"),
            Side.EVEN,
            district);
    PollingRoom room =
        new PollingRoom(district, "Aula", "Wall 3", Optional.of(PollingRoom.Access.PARTLY), "");
    ElectionDay day =
        plain.against(
            Background.of(List.of(outline), Map.of(election, previous))
                .with(List.of(part), List.of(room)));

    assertSame(Definition.day(contents(day)), day);
  }

  @Test
  void a_day_is_read_back_as_it_was_written() {
    assertSame(Definition.day(contents(SmallNight.day())), SmallNight.day());
    ElectionDay announced = SmallNight.day(Optional.of(7428));
    assertSame(Definition.day(contents(announced)), announced);
  }

  @Test
  void a_day_with_thousands_of_areas_is_read_back_from_parts_of_at_most_60_000_bytes() {
    ElectionDay day = new LargeNight(3_000, 1).day();
    List<DefinitionPart> parts = parts(day);

    assertSame(Definition.day(contents(day)), day);
    assertThat(parts).hasSizeGreaterThan(8);
    assertThat(parts)
        .allSatisfy(
            part -> {
              assertThat(EntryCodec.encode(part)).hasSizeLessThanOrEqualTo(EntryCodec.LONGEST);
              assertThat(EntryCodec.decode(EntryCodec.encode(part))).isEqualTo(part);
            });
  }

  @Test
  void a_day_with_hundreds_of_elections_needs_no_part_longer_than_an_entry() {
    Election model = SmallNight.day().elections().getLast();
    List<Election> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(
          new Election(
              model.key() + i,
              model.name(),
              model.title() + " — und zwar ausführlich".repeat(5),
              model.kind(),
              model.law(),
              model.scope(),
              model.pollsClose(),
              model.votes(),
              model.options(),
              model.ballots(),
              model.question()));
    }
    ElectionDay day =
        SmallNight.day(SmallNight.day().areas().areas(), many.toArray(new Election[0]));

    assertSame(Definition.day(contents(day)), day);
    assertThat(contents(day).getFirst().members()).doesNotContainKeys("elections", "authorities");
    assertThat(contents(SmallNight.day()).getFirst().members())
        .containsKeys("elections", "authorities");
  }

  @Test
  void a_ballot_longer_than_an_entry_is_refused() {
    Election model = SmallNight.day().elections().getFirst();
    Ballot endless =
        new Ballot("second", "05", List.of(new Ballot.Line(1, Optional.of("x".repeat(60_000)))));
    Election election =
        new Election(
            model.key(),
            model.name(),
            model.title(),
            model.kind(),
            model.law(),
            model.scope(),
            model.pollsClose(),
            model.votes(),
            model.options(),
            List.of(endless),
            model.question());
    ElectionDay day = SmallNight.day(SmallNight.day().areas().areas(), election);

    assertThatThrownBy(() -> Definition.entries(day, SmallNight.CLOSE))
        .isInstanceOf(InvalidEntry.class);
  }

  @Test
  void parts_are_numbered_and_every_election_is_opened_with_their_hash() {
    List<Entry> entries = SmallNight.opening();
    List<DefinitionPart> parts = parts(SmallNight.day());
    List<ElectionOpened> openings =
        entries.stream()
            .filter(ElectionOpened.class::isInstance)
            .map(ElectionOpened.class::cast)
            .toList();

    for (int i = 0; i < parts.size(); i++) {
      assertThat(parts.get(i).part()).isEqualTo(i + 1);
      assertThat(parts.get(i).of()).isEqualTo(parts.size());
    }
    assertThat(openings)
        .extracting(ElectionOpened::election)
        .containsExactly(SmallNight.FEDERAL, SmallNight.LOCAL);
    assertThat(openings.getLast().parts()).isEqualTo(parts.size());
    assertThat(openings.getLast().parameters())
        .containsEntry("polls_close", "2017-09-24T18:00:00+02:00 Satzung")
        .containsEntry("quorum", "20 % § 26 Abs. 7 GO NRW");
    assertThat(openings.getFirst().sha256()).matches("[0-9a-f]{64}");
  }

  /** What is replaced in the definition of the small night, and what the refusal says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "rehearsal":true           | "rehearsal":1                   | rehearsal
          "date":"2017-09-24"        | "date":"24.09.2017"             | 24.09.2017
          "title":"Ergebnisse"       | "title":"Ergebnisse","x":1      | x ist unbekannt
          "ledger":"nord"            | "ledger":"Nord!"                | Nord!
          {"areas":[                 | {"flaechen":1,"areas":[         | flaechen ist
          "level":"land"             | "level":"reich"                 | level ist unbekannt
          "level":"land"             | "kind":"postal","level":"land"  | kind ist unbekannt
          "kind":"postal"            | "kind":"brief"                  | kind ist unbekannt
          "kind":"referendum"        | "kind":"umfrage"                | kind ist unbekannt
          "parents":["05766"]        | "parents":["05999"]             | 05999 fehlt
          "parents":["05766"]        | "parents":["05766","05766"]     | zweimal
          "parents":["05766"]        | "parents":"05766"               | parents ist keine Liste
          "parents":["05766"]        | "parents":[7]                   | parents ist kein Text
          "authority":"sued"         | "authority":"west"              | Behörde west fehlt
          "percent":20               | "percent":120                   | 120
          "percent":20               | "percent":20,"x":1              | x ist unbekannt
          "percent":20               | "percent":-1                    | percent
          "polls_close":"2017-09-24T | "polls_close":"2016-09-24T      | Wahltag
          "scope":"stadt"            | "scope":"dorf"                  | dorf fehlt
          "election":"bundestagswahl","name" | "election":"bundestag","name" | Wahl
          "no":3                     | "no":4                          | es fehlt 3
          "votes":[                  | "votes":[7,                     | anderes als Objekte
          """)
  void a_definition_that_contradicts_itself_is_refused(String right, String wrong, String message) {
    List<String> texts = contents(SmallNight.day()).stream().map(CanonicalJson::text).toList();
    assertThat(texts).anyMatch(text -> text.contains(right));
    List<JsonObject> changed =
        texts.stream().map(text -> parse(text.replace(right, wrong))).toList();

    assertThatThrownBy(() -> Definition.day(changed))
        .isInstanceOf(InvalidEntry.class)
        .hasMessageContaining(message);
  }

  private static JsonObject parse(String text) {
    return (JsonObject) JsonReader.read(text.getBytes(UTF_8));
  }

  @Test
  void options_and_ballots_of_an_election_that_is_not_there_are_refused() {
    for (String slice :
        List.of(
            "{\"options\":[{\"color\":\"\",\"color_dark\":\"\",\"election\":\"x\",\"name\":\"\","
                + "\"no\":1,\"short\":\"\"}]}",
            "{\"ballots\":[{\"election\":\"x\",\"lines\":[],\"scope\":\"05\",\"vote\":\"v\"}]}")) {
      List<JsonObject> contents = new ArrayList<>(contents(SmallNight.day()));
      contents.add(parse(slice));

      assertThatThrownBy(() -> Definition.day(contents))
          .isInstanceOf(InvalidEntry.class)
          .hasMessageContaining("Wahl x fehlt");
    }
  }

  @Test
  void no_part_and_a_first_part_without_a_day_are_refused() {
    assertThatThrownBy(() -> Definition.day(List.of())).isInstanceOf(InvalidEntry.class);
    assertThatThrownBy(() -> Definition.day(List.of(JsonValue.object().build())))
        .isInstanceOf(InvalidEntry.class);
  }
}
