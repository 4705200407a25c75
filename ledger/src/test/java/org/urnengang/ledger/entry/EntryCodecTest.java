package org.urnengang.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry.Adopted;
import org.urnengang.ledger.entry.Entry.Amendable;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;

class EntryCodecTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2017-09-24T18:07:00+02:00");
  private static final SortedMap<String, Integer> FIGURES =
      new TreeMap<>(Map.of("B", 30, "B1", 0, "C", 1, "D", 29, "D1", 20, "D10", 9));
  private static final DistrictReported REPORTED =
      new DistrictReported(AT, "wahl", "05766-1", FIGURES);

  static final List<Entry> KINDS =
      List.of(
          new DefinitionPart(AT, 1, 3, JsonValue.object().put("title", "Straße „7“").build()),
          new ElectionOpened(
              AT, "wahl", "gesetz", new TreeMap<>(Map.of("quorum", "20 %")), 3, "ab12"),
          REPORTED,
          new Corrected(
              AT,
              "wahl",
              "05766-1",
              new TreeMap<>(Map.of("C", 1)),
              new TreeMap<>(Map.of("C", 2, "A3", 1)),
              "Zahlendreher"),
          new Withdrawn(AT, "wahl", "05766-1", "falscher Bezirk"),
          new Merged(AT, "wahl", "05766-1", "05766-2", "37 Wählende"),
          new Turnout(AT, "wahl", "05766", 12_345),
          new Estimate(AT, "wahl", "05766-1", FIGURES, "Urne verbrannt"),
          new LotDrawn(AT, "wahl", "wk-136", "Platz 2", List.of("A", "B"), "B", "Wahlleiterin"),
          new Amended(AT, "wahl", Amendable.ENTITLED, "7428", "7429", "Nachtrag"),
          new Amended(AT, "wahl", Amendable.POLLS_CLOSE, "a", "b", "Hochwasser"),
          new Declared(AT, "wahl", Status.FINAL, "Kreiswahlausschuss"),
          new Declared(AT, "wahl", Status.PRELIMINARY, "Kreiswahlleiterin"),
          new Adopted(AT, "sued/2017", 7, "note\n", List.of("YQ==", "Yg=="), REPORTED));

  private static String text(Entry entry) {
    return new String(EntryCodec.encode(entry), UTF_8);
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void every_kind_of_entry_is_read_back_as_it_was_written(Entry entry) {
    byte[] bytes = EntryCodec.encode(entry);

    assertThat(EntryCodec.decode(bytes)).isEqualTo(entry).hasSameHashCodeAs(entry);
    assertThat(EntryCodec.encode(EntryCodec.decode(bytes))).isEqualTo(bytes);
    assertThat(CanonicalJson.bytes(JsonReader.read(bytes))).as("canonical").isEqualTo(bytes);
  }

  @Test
  void every_kind_of_entry_is_in_the_table_above() {
    assertThat(KINDS.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(leaves(Entry.class));
  }

  private static List<Class<?>> leaves(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(sub -> sub.isSealed() ? leaves(sub).stream() : List.of(sub).stream())
        .distinct()
        .collect(Collectors.toList());
  }

  @Test
  void an_entry_is_the_json_that_the_documentation_shows() {
    assertThat(text(REPORTED))
        .isEqualTo(
            "{\"at\":\"2017-09-24T18:07:00+02:00\",\"district\":\"05766-1\",\"election\":\"wahl\","
                + "\"figures\":{\"B\":30,\"B1\":0,\"C\":1,\"D\":29,\"D1\":20,\"D10\":9},"
                + "\"type\":\"reported\"}");
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void a_field_too_many_or_too_few_is_refused(Entry entry) {
    String json = text(entry);

    assertInvalid(json.replaceFirst("\\{", "{\"_\":1,"));
    for (String name :
        JsonReader.read(json.getBytes(UTF_8)) instanceof JsonValue.JsonObject o
            ? o.members().keySet()
            : List.<String>of()) {
      assertInvalid(without(json, name));
      assertInvalid(json.replaceFirst("\"" + name + "\":", "\"" + name + "2\":"));
    }
  }

  private static String without(String json, String name) {
    JsonValue.Builder rest = JsonValue.object();
    ((JsonValue.JsonObject) JsonReader.read(json.getBytes(UTF_8)))
        .members()
        .forEach((key, value) -> put(rest, name.equals(key), key, value));
    return CanonicalJson.text(rest.build());
  }

  private static void put(JsonValue.Builder object, boolean skip, String key, JsonValue value) {
    if (!skip) {
      object.put(key, value);
    }
  }

  private static void assertInvalid(String json) {
    assertThatThrownBy(() -> EntryCodec.decode(json.getBytes(UTF_8)))
        .as(json)
        .isInstanceOf(InvalidEntry.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type":"reported"        | "type":"geraten"
          "type":"reported"        | "type":"REPORTED"
          "type":"reported"        | "type":"withdrawn"
          "type":"reported"        | "type":7
          "election":"wahl"        | "election":null
          "district":"05766-1"     | "district":["05766-1"]
          "figures":{              | "figures":7,"x":{
          "B":30                   | "B":-30
          "B":30                   | "B":30.5
          "B":30                   | "B":"30"
          "B":30                   | "B":3e1
          "B":30                   | "B":2147483648
          "B":30                   | "B":null
          18:07:00+02:00           | 18:07+02:00
          18:07:00+02:00           | 18:07:00.000+02:00
          18:07:00+02:00           | 18:07:00.5+02:00
          18:07:00+02:00           | 18:07:00+02
          18:07:00+02:00           | 18:07:00+0200
          18:07:00+02:00           | 18:07:00+02:00:00
          18:07:00+02:00           | 18:07:00
          18:07:00+02:00           | 24:00:00+02:00
          18:07:00+02:00           | 18:07:60+02:00
          18:07:00+02:00           | 18:07:00+19:00
          18:07:00+02:00           | 18:07:00+00:00
          18:07:00+02:00           | 18:07:00z
          2017-09-24               | 2017-02-29
          2017-09-24               | 2017-9-24
          2017-09-24               | +12017-09-24
          """)
  void a_field_with_a_wrong_value_is_refused(String right, String wrong) {
    assertThat(text(REPORTED)).contains(right);
    assertInvalid(text(REPORTED).replace(right, wrong));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "1", "null", "\"reported\"", "{}", "{\"type\":\"reported\"}", "{"})
  void what_is_no_entry_at_all_is_refused(String json) {
    assertInvalid(json);
  }

  @Test
  void words_of_other_kinds_are_refused() {
    assertInvalid(text(KINDS.get(9)).replace("entitled", "colour"));
    assertInvalid(text(KINDS.get(11)).replace("\"final\"", "\"FINAL\""));
    assertInvalid(text(KINDS.get(11)).replace("\"final\"", "\"certain\""));
  }

  @Test
  void only_entries_of_an_election_can_be_adopted() {
    Adopted adopted = new Adopted(AT, "sued/2017", 7, "note\n", List.of(), REPORTED);
    assertInvalid(text(adopted).replace(text(REPORTED), text(KINDS.getFirst())));
    assertInvalid(text(adopted).replace(text(REPORTED), text(adopted)));
    assertInvalid(
        text(adopted).replace(text(REPORTED), text(REPORTED).replaceFirst("\\{", "{\"_\":1,")));
  }

  @Test
  void an_entry_has_at_most_60_000_bytes() {
    int frame = text(new Withdrawn(AT, "wahl", "d", "")).length();
    Withdrawn longest = new Withdrawn(AT, "wahl", "d", "x".repeat(60_000 - frame));
    Withdrawn longer = new Withdrawn(AT, "wahl", "d", "x".repeat(60_001 - frame));

    assertThat(EntryCodec.decode(EntryCodec.encode(longest))).isEqualTo(longest);
    assertThatThrownBy(() -> EntryCodec.encode(longer)).isInstanceOf(InvalidEntry.class);
    assertInvalid(text(longest).replace("xx", "xxx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-09-24T18:07:00.5+02:00",
        "2017-09-24T18:07:00.000000001Z",
        "2017-09-24T18:07:00+02:00:01",
        "-0001-09-24T18:07:00Z",
        "+10000-01-01T00:00:00Z"
      })
  void a_time_finer_than_a_second_or_beyond_four_digits_is_not_written(String time) {
    Withdrawn entry = new Withdrawn(OffsetDateTime.parse(time), "wahl", "d", "");

    assertThatThrownBy(() -> EntryCodec.encode(entry)).isInstanceOf(InvalidEntry.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2017-09-24T00:00:00Z", "2017-09-24T18:00:00+02:00", "0001-12-31T23:59:59-12:30"})
  void a_time_has_one_spelling(String time) {
    assertThat(EntryTime.text(EntryTime.of(time))).isEqualTo(time);
    assertThat(EntryTime.of(time)).isEqualTo(OffsetDateTime.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-09-24T18:00:00+00:00",
        "2017-09-24T18:00:00-00:00",
        "2017-09-24T18:00:00+18:01",
        "2017-09-24T18:00:00+02",
        "2017-09-24T18:00:00+02:00:00",
        "2017-09-24T18:00+02:00",
        "2017-09-24T18:00:00",
        "2017-09-24T24:00:00Z",
        "2017-09-31T18:00:00Z",
        "2017-9-24T18:00:00Z",
        "2017-09-24t18:00:00Z",
        "2017-09-24T18:00:00z",
        "2017-09-24T18:00:00.0Z",
        "+2017-09-24T18:00:00Z",
        "",
        "٢٠١٧-09-24T18:00:00Z"
      })
  void a_time_spelt_otherwise_is_refused(String time) {
    assertThatThrownBy(() -> EntryTime.of(time)).isInstanceOf(InvalidEntry.class);
  }

  @Test
  void any_time_of_four_digits_is_spelt_as_the_standard_formatter_spells_it() {
    DateTimeFormatter standard = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      OffsetDateTime time =
          LocalDate.ofEpochDay(random.nextLong(-719_528, 2_932_896))
              .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
              .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081)));
      assertThat(EntryTime.text(time)).isEqualTo(standard.format(time));
      assertThat(EntryTime.of(EntryTime.text(time))).isEqualTo(time);
    }
  }

  @Test
  void the_short_way_reads_a_report_as_the_long_way_does() {
    byte[] report =
        EntryCodec.encode(
            new DistrictReported(
                AT,
                "wahl",
                "05999-1",
                Entry.figures(Map.of("A1", 0, "B", 10, "D12", 999_999_999))));
    assertThat(ReportReader.read(report)).contains((DistrictReported) EntryCodec.decodeAny(report));

    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      byte[] changed = report.clone();
      changed[random.nextInt(changed.length)] = CHANGES[random.nextInt(CHANGES.length)];
      Optional<DistrictReported> shortWay;
      try {
        shortWay = ReportReader.read(changed);
      } catch (InvalidEntry e) {
        assertThatThrownBy(() -> EntryCodec.decodeAny(changed)).isInstanceOf(InvalidEntry.class);
        continue;
      }
      shortWay.ifPresent(
          entry -> {
            assertThat(EntryCodec.decodeAny(changed)).isEqualTo(entry);
            assertThat(EntryCodec.encode(entry)).isEqualTo(changed);
          });
    }
  }

  private static final byte[] CHANGES =
      " 0123456789\"\\:,{}-+.eEABDTZ\0\n\t\u007f\u00e4".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"A1\":01}", "{\"A1\":-1}", "{\"A1\":1.0}", "{\"A1\":2147483648}", "{\"A1\":12345678901}",
        "{\"A1\":1,\"A1\":1}", "{\"A1\":\"1\"}", "{\"A1\":}", "{\"A1\":1,}", "{,}"
      })
  void the_short_way_leaves_odd_figures_to_the_long_way(String figures) {
    byte[] odd = bytes(figures);
    assertThat(ReportReader.read(odd)).isEmpty();
    assertThatThrownBy(() -> EntryCodec.decode(odd)).isInstanceOf(InvalidEntry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"B\":1,\"A1\":1}", "{}", "{ \"A1\":1}", "{\"\\u0041\":1}"})
  void what_is_sound_but_not_canonical_takes_the_long_way(String figures) {
    byte[] odd = bytes(figures);
    assertThat(ReportReader.read(odd)).isEmpty();
    assertThat(EntryCodec.decode(odd)).isInstanceOf(DistrictReported.class);
    assertThat(EntryCodec.isCanonical(odd)).isEqualTo(figures.equals("{}"));
  }

  private static byte[] bytes(String figures) {
    return """
        {"at":"2017-09-24T18:07:00+02:00","district":"d","election":"wahl","figures":%s,"type":"reported"}"""
        .formatted(figures)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void figures_given_to_an_entry_can_be_changed_later_without_harm() {
    SortedMap<String, Integer> figures = new TreeMap<>(Map.of("B", 1));
    DistrictReported entry = new DistrictReported(AT, "wahl", "d", figures);
    figures.put("C", 2);

    assertThat(entry.figures()).isEqualTo(Map.of("B", 1)).containsExactly(Map.entry("B", 1));
    assertThatThrownBy(() -> entry.figures().put("C", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Entry.figures(figures)).isEqualTo(figures).hasSameHashCodeAs(figures);
  }

  @Test
  void a_changed_byte_is_read_or_refused_as_an_entry_and_never_anything_else() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = EntryCodec.encode(KINDS.get(i % KINDS.size()));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      try {
        EntryCodec.encode(EntryCodec.decode(changed));
      } catch (InvalidEntry e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
