package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

class DataTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final String BUND = DAY + "bundestagswahl";

  @TempDir Path folder;
  private PublicNode node;
  private Http http;

  @BeforeEach
  void open() {
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    http = new Http(node);
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void show(TestLog log) {
    node.accept(log.key(), log.note(), 0, log.from(0));
  }

  @Test
  void the_json_of_an_area_has_its_figures_and_where_they_come_from() {
    show(
        SmallDay.log()
            .append(
                SmallDay.report(5, "adorf-1", 300, 200), SmallDay.report(7, "adorf-b", 100, 100)));
    assertThat(http.text(BUND + "/wk-1.json"))
        .isEqualTo(
            """
            {"A":1200,"A1":1000,"A2":200,"A3":null,"B":704,"B1":202,\
            "area":{"id":"wk-1","level":"constituency","name":"Erster Kreis","parents":["land"]},\
            "at":"2030-05-05T18:07+02:00","day":"2030-05-05-probe","elected":null,\
            "election":"bundestagswahl","expected":{"polling":2,"postal":1},"leading":1,\
            "received":{"polling":1,"postal":1},"rehearsal":true,"reported":true,"seats":null,\
            "source":"erfunden","status":"interim","turnout":null,"version":%d,"votes":[\
            {"invalid":4,"name":"Erststimmen","options":[\
            {"name":"Rote Partei","no":1,"nominee":"Ada Ahorn","share":"0.5714","short":"ROT","votes":400},\
            {"name":"Gelbe Partei","no":2,"nominee":"Bo Birke","share":"0.4286","short":"GELB","votes":300}],\
            "valid":700,"vote":"first"},\
            {"invalid":4,"name":"Zweitstimmen","options":[\
            {"name":"Rote Partei","no":1,"share":"0.5714","short":"ROT","votes":400},\
            {"name":"Gelbe Partei","no":2,"share":"0.4286","short":"GELB","votes":300},\
            {"name":"Partei ohne Farbe","no":3,"share":"0.0000","short":"OHNE","votes":0}],\
            "valid":700,"vote":"second"}]}"""
                .formatted(SmallDay.log().size() + 2));
  }

  @Test
  void before_the_first_report_json_has_nothing_where_it_could_have_zero() {
    show(SmallDay.log());
    assertThat(http.text(BUND + ".json"))
        .contains("\"B\":null", "\"votes\":null", "\"valid\":null", "\"reported\":false")
        .contains("\"leading\":null", "\"share\":null");
    assertThat(http.text(DAY + "freibad.json"))
        .contains("\"decision\":null", "\"quorum\":600", "\"quorum_percent\":20");
  }

  @Test
  void a_letter_that_nobody_reported_is_null_and_empty_and_no_zero() {
    show(
        new TestLog(SmallDay.ORIGIN)
            .append(SmallDay.opening(SmallDay.dayWithSums("adorf-1")))
            .append(SmallDay.withoutPostalVoters(SmallDay.report(5, "adorf-1", 300, 200))));
    for (String area : List.of("/adorf-1", "/adorf", "/wk-1", "")) {
      assertThat(http.text(BUND + area + ".json")).contains("\"B\":502,\"B1\":null");
    }
    for (Map<String, String> row : rows(BUND + "/adorf.csv").values()) {
      assertThat(row).containsEntry("B1", "");
    }
    assertThat(rows(BUND + ".csv").get("adorf-1")).containsEntry("B", "502");
    assertThat(http.text(BUND + "/adorf-1")).contains("<td class=\"num\">–</td>");
  }

  @Test
  void the_days_are_listed_with_their_keys_and_elections() {
    show(SmallDay.log().append(SmallDay.night()));
    assertThat(JsonReader.read(http.text("/api/v1/days").getBytes(UTF_8)))
        .isInstanceOf(JsonObject.class);
    assertThat(http.text("/api/v1/days"))
        .startsWith("{\"days\":[{")
        .contains("\"key\":\"2030-05-05-probe\"", "\"rehearsal\":true", "\"vkey\":\"test/")
        .contains("\"expected\":6,\"key\":\"bundestagswahl\"", "\"received\":6");
  }

  /** The rows of a CSV by id, each as a map from column to cell. */
  private Map<String, Map<String, String>> rows(String path) {
    List<String> lines = http.text(path).lines().toList();
    String[] header = lines.getFirst().split(";", -1);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      assertThat(cells).hasSameSizeAs(header);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(row.get("id"), row);
    }
    return rows;
  }

  @Test
  void the_csv_of_an_area_lists_it_and_everything_below_it() {
    show(SmallDay.log().append(SmallDay.report(5, "adorf-1", 300, 200)));
    Map<String, Map<String, String>> rows = rows(BUND + ".csv");
    assertThat(rows.keySet())
        .containsExactly(
            "land",
            "wk-1",
            "wk-2",
            "adorf",
            "bstadt",
            "adorf-1",
            "adorf-2",
            "adorf-b",
            "bstadt-1",
            "bstadt-2",
            "bstadt-b");
    assertThat(String.join(";", rows.get("adorf-1").keySet()))
        .isEqualTo(
            "probe;id;level;name;parents;kind;status;version;at;expected_polling;expected_postal;"
                + "received_polling;received_postal;A1;A2;A3;A;B;B1;C;D;D1;D2;D3;E;F;F1;F2;F3");
    assertThat(rows.get("adorf-1"))
        .containsEntry("probe", "PROBE")
        .containsEntry("parents", "adorf")
        .containsEntry("kind", "polling")
        .containsEntry("received_polling", "1")
        .containsEntry("A", "1200")
        .containsEntry("A3", "")
        .containsEntry("D1", "300")
        .containsEntry("D3", "")
        .containsEntry("F3", "0");
    assertThat(rows.get("adorf-2")).containsEntry("B", "").containsEntry("D1", "");
    assertThat(rows.get("wk-1")).containsEntry("D1", "300").containsEntry("D3", "");
    assertThat(rows.get("wk-2")).containsEntry("D1", "").containsEntry("expected_polling", "2");
    assertThat(rows(BUND + "/adorf.csv").keySet())
        .containsExactly("adorf", "adorf-1", "adorf-2", "adorf-b");
  }

  @Test
  void options_tell_what_the_letters_mean_in_each_area() {
    show(SmallDay.log());
    assertThat(http.text(BUND + "/options.csv").lines())
        .startsWith("probe;letter;vote;scope;line;no;short;name;nominee")
        .contains(
            "PROBE;D1;first;wk-1;1;1;ROT;Rote Partei;Ada Ahorn",
            "PROBE;D1;first;wk-2;1;1;ROT;Rote Partei;Cem Clausen",
            "PROBE;F3;second;land;3;3;OHNE;Partei ohne Farbe;");
  }

  static List<String> payloads() {
    return List.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "<svg/onload=alert(1)>",
        "]]><script>alert(1)</script>",
        "&lt;script&gt;",
        "javascript:alert(1)",
        "{{7*7}}${7*7}",
        "</text><script>alert(1)</script>",
        "\u202Etxt.exe",
        "a;b\"c\nd");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void names_with_markup_stay_text_everywhere(String name) {
    TestLog log =
        new TestLog(SmallDay.ORIGIN)
            .append(SmallDay.opening(SmallDay.day(name, name)))
            .append(SmallDay.report(5, "adorf-1", 300, 200));
    show(log);
    for (String page : PagesTest.addresses()) {
      String text = http.text(page);
      if (!page.contains(".") && !page.startsWith("/api")) {
        assertThat(text.split("<script", -1)).as(page).hasSize(2);
        assertThat(text).as(page).doesNotContain("<img", "<svg/onload");
      }
    }
    assertThat(JsonReader.read(http.text(BUND + ".json").getBytes(UTF_8)))
        .isInstanceOf(JsonObject.class);
    String quoted = name.matches("(?s).*[;\"\n].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    assertThat(http.text(BUND + ".csv")).contains(";municipality;" + quoted + ";wk-1;");
  }

  @Test
  void a_name_that_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe() {
    for (String name : Arrays.asList("=1+1", "+1", "-1", "@SUM(A1)", "\tx")) {
      close();
      open(folder.resolve(Integer.toHexString(name.hashCode())));
      show(new TestLog(SmallDay.ORIGIN).append(SmallDay.opening(SmallDay.day(name, name))));
      assertThat(http.text(BUND + ".csv")).contains(";municipality;'" + name + ";wk-1;");
      assertThat(http.text(BUND + "/options.csv")).contains(";'" + name + ";Rote Partei;");
    }
  }

  private void open(Path data) {
    node = PublicNode.start(PublicNodeSettings.of(0, data).onHost("127.0.0.1"));
    http = new Http(node);
  }
}
