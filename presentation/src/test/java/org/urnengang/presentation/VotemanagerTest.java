package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** A newsroom's program that was written for votemanager finds its way without a change. */
@Timeout(120)
class VotemanagerTest {
  private static final String BUENDE = "/20170924-probe/05758004/daten/opendata/";

  @TempDir Path folder;

  private PublicNode node(TestLog log) {
    PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    return node;
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonReader.read(text.getBytes(UTF_8));
  }

  private static List<JsonValue> list(JsonObject object, String member) {
    return ((JsonArray) object.members().get(member)).items();
  }

  private static String text(JsonValue object, String member) {
    return ((JsonString) ((JsonObject) object).members().get(member)).value();
  }

  private static List<String> header(String csv) {
    return Arrays.asList(csv.lines().findFirst().orElseThrow().split(";", -1));
  }

  @Test
  void from_the_directory_every_program_comes_to_every_file() {
    try (PublicNode node = node(DemoDay.log(100))) {
      Http http = new Http(node);
      List<JsonValue> authorities = list(json(http.text("/behoerden.json")), "data");
      assertThat(authorities).hasSizeGreaterThan(40);
      for (JsonValue row : authorities) {
        List<JsonValue> texts = ((JsonArray) row).items();
        assertThat(texts).hasSize(3).allMatch(JsonString.class::isInstance);
        assertThat(((JsonString) texts.get(2)).value()).isEqualTo("Nordrhein-Westfalen");
      }
      String link = ((JsonString) ((JsonArray) authorities.get(3)).items().getFirst()).value();
      Matcher address = Pattern.compile("<a href=\"(http://[^\"]*)\" >[^<]+</a>").matcher(link);
      assertThat(address.matches()).as(link).isTrue();
      URI home = URI.create(address.group(1));
      assertThat(http.text(home.getPath())).contains("termine.json");
      JsonObject dates = json(http.text(home.resolve("api/termine.json").getPath()));
      JsonValue date = list(dates, "termine").getFirst();
      assertThat(text(date, "date")).isEqualTo("24.09.2017");
      assertThat(text(date, "name")).endsWith(" (PROBE)");
      assertThat(text(date, "url")).startsWith("../20170924-probe/").endsWith("/praesentation/");
      URI presentation = home.resolve(text(date, "url"));
      assertThat(http.text(presentation.getPath())).contains("open_data.json");
      URI files = presentation.resolve("../daten/opendata/");
      requireFiles(http, files, json(http.text(files.resolve("open_data.json").getPath())));
    }
  }

  private static void requireFiles(Http http, URI folder, JsonObject index) {
    assertThat(index.members().keySet())
        .contains("wahllokal_felder", "strassen_felder", "ergebnisgrafiken")
        .contains("file_version", "file_timestamp");
    List<String> elections = new ArrayList<>();
    for (JsonValue file : list(index, "csvs")) {
      String name = text(file, "url");
      assertThat(name).matches("Open-Data-[0-9]{8}-[A-Za-z0-9-]+-[A-Za-z]+\\.csv");
      String csv = http.text(folder.resolve(name).getPath());
      if (!elections.contains(text(file, "wahl"))) {
        elections.add(text(file, "wahl"));
      }
      JsonObject fields = (JsonObject) list(index, "dateifelder").get(elections.size() - 1);
      assertThat(text(fields, "name")).isEqualTo(text(file, "wahl"));
      List<String> described =
          list(fields, "felder").stream().map(field -> text(field, "feld")).toList();
      assertThat(header(csv)).isEqualTo(described);
    }
    assertThat(list(index, "csvs").stream().map(file -> text(file, "ebene")))
        .contains("Wahlbezirk");
    assertThat(header(http.text(folder.resolve("opendata-wahllokale.csv").getPath())))
        .startsWith("datum", "ags", "Bezirk-Nr", "Bezirk-Name", "Bezirk-Art");
    assertThat(http.text(folder.resolve("opendata-strassen.csv").getPath()))
        .isEqualTo("datum;ags;Strassen-Name;Hausnummern-Bereich;PLZ;Ortsteil;Bezirk-Nr\n");
  }

  @Test
  void before_the_first_report_the_header_is_complete_and_the_figures_are_empty() {
    try (PublicNode node = node(DemoDay.log(0))) {
      String csv = new Http(node).text(BUENDE + "Open-Data-05758004-Bundestagswahl-Wahlbezirk.csv");
      assertThat(csv.lines().findFirst().orElseThrow())
          .startsWith(
              "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;"
                  + "A1;A2;A3;A;B;B1;C;D;E;F;D1;F1;D2;F2;");
      assertThat(csv.lines().skip(1))
          .isNotEmpty()
          .allMatch(row -> row.matches("24\\.09\\.2017;[^;]*\\(PROBE\\);05758004;.*;1;0;+"));
    }
  }

  @Test
  void a_referendum_and_its_parties_have_the_columns_that_are_known() {
    try (PublicNode node = node(DemoDay.log(100))) {
      Http http = new Http(node);
      String folder = "/20170924-probe/05766004/daten/opendata/";
      assertThat(http.text(folder + "Open-Data-05766004-Buergerentscheid-Augustdorf-Gemeinde.csv"))
          .contains(";B;B1;C04;C03;C01;C02\n")
          .contains(";05766004;;Augustdorf;");
      String index = http.text(folder + "open_data.json");
      assertThat(index)
          .contains("{\"feld\":\"D1 / F1\",\"wert\":\"Christlich Demokratische Union")
          .contains("\"feld\":\"C01\",\"wert\":\"Ja-Stimmen\"");
    }
  }

  @Test
  void files_answer_head_and_a_time_against_caches_and_say_when_they_changed() {
    try (PublicNode node = node(DemoDay.log(50))) {
      Http http = new Http(node);
      String file = BUENDE + "Open-Data-05758004-Bundestagswahl-Gemeinde.csv";
      HttpResponse<byte[]> head =
          http.send(HttpRequest.newBuilder(URI.create(http.root() + file)).HEAD().build());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("last-modified")).isPresent();
      assertThat(http.get(file + "?ts=1506283200").body()).isEqualTo(http.get(file).body());
      assertThat(http.get(BUENDE + "open_data.json").headers().firstValue("content-type"))
          .contains("application/json");
      for (String none :
          List.of(
              BUENDE + "none.csv",
              "/20170924/05758004/daten/opendata/open_data.json",
              "/20170924-probe/99999999/daten/opendata/open_data.json",
              "/99999999/index.html",
              "/99999999/api/termine.json",
              "/20170924-probe/05758004/daten/opendata/")) {
        assertThat(http.get(none).statusCode()).as(none).isEqualTo(404);
      }
    }
  }

  @Test
  void a_host_name_in_a_request_is_believed_only_if_it_is_this_machine() throws Exception {
    try (PublicNode node = node(SmallDay.log());
        RawHttp reader = new RawHttp(node.port())) {
      String request = "GET /behoerden.json HTTP/1.1\r\nHost: %s\r\n%s\r\n";
      for (String more : List.of("", "Content-Length: 0\r\n")) {
        assertThat(body(reader, request.formatted("localhost:99", more)))
            .contains("href=\\\"http://localhost:99/land/index.html\\\" >Land</a>");
        assertThat(body(reader, request.formatted("evil.example", more)))
            .contains("href=\\\"/land/index.html\\\" >");
        assertThat(body(reader, request.formatted("localhost.evil.example", more)))
            .contains("href=\\\"/land/index.html\\\" >");
      }
    }
    PublicNodeSettings settings =
        PublicNodeSettings.of(0, folder)
            .onHost("127.0.0.1")
            .reachedAt(URI.create("https://wahl.example/"));
    try (PublicNode node = PublicNode.start(settings)) {
      assertThat(new Http(node).text("/behoerden.json"))
          .contains("href=\\\"https://wahl.example/land/index.html\\\" >");
    }
  }

  private static String body(RawHttp reader, String request) throws Exception {
    return new String(reader.write(request).answer().body(), UTF_8);
  }

  @Test
  void names_cannot_break_rows_or_links() {
    String name = "=A;b\"c<script>\nd";
    TestLog log =
        new TestLog(SmallDay.ORIGIN)
            .append(SmallDay.opening(SmallDay.day(name, name)))
            .append(SmallDay.night());
    try (PublicNode node = node(log)) {
      Http http = new Http(node);
      String csv =
          http.text(
              "/20300505-probe/land/daten/opendata/Open-Data-land-Bundestagswahl-Gemeinde.csv");
      assertThat(csv).contains(";'=A,b'c<script> d;3;3;");
      assertThat(csv.lines().map(row -> row.split(";", -1).length).distinct()).hasSize(1);
      assertThat(csv).doesNotContain("\"");
      assertThat(json(http.text("/behoerden.json")).members()).containsKey("data");
      assertThat(http.text("/20300505-probe/land/praesentation/")).doesNotContain("<script>\n");
    }
  }
}
