package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.formats.imports.Import;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.ImportResult;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.presentation.exchange.Exchange;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.presentation.site.ApiDescription;
import org.urnengang.rules.election.ElectionDay;

@Timeout(180)
class OpenDataTest {
  private static final String API = "/api/v1/2017-09-24-probe/bundestagswahl/";

  @TempDir Path folder;

  private PublicNode node(TestLog log) {
    PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    return node;
  }

  private static String address(String path, String level, String part) {
    return path.replace("{day}", "2017-09-24-probe")
        .replace("{election}", "bundestagswahl")
        .replace("{area}", "wk-133")
        .replace("{level}", level)
        .replace("{part}", part);
  }

  @Test
  void every_described_address_answers_with_the_described_type() {
    ApiDescription description = ApiDescription.load();
    try (PublicNode node = node(DemoDay.log(50))) {
      Http http = new Http(node);
      assertThat(http.text("/openapi.yaml")).isEqualTo(description.yaml());
      for (ApiDescription.Operation operation : description.operations()) {
        String path = address(operation.path(), "district", "wahlergebnisse");
        HttpResponse<byte[]> answer = http.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        String type = answer.headers().firstValue("content-type").orElse("");
        String expected =
            path.endsWith(".csv")
                ? "text/csv"
                : path.endsWith(".geojson") ? "application/geo+json" : "application/json";
        assertThat(type).as(path).startsWith(expected);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
        assertThat(answer.headers().firstValue("etag")).isPresent();
      }
      assertThat(http.text("/opendata"))
          .contains("/api/v1/2017-09-24-probe/bundestagswahl/05/nist.json");
      assertThat(http.text("/api")).isEqualTo(http.text("/opendata"));
      assertThat(http.text("/en/opendata"))
          .contains("<h1>Open data</h1>", "The result in an area, down to the polling district")
          .doesNotContain("Das Ergebnis in einem Gebiet");
    }
  }

  @Test
  void every_format_is_described() {
    List<String> described = new ArrayList<>();
    for (ApiDescription.Operation operation : ApiDescription.load().operations()) {
      for (String level :
          List.of("land", "constituency", "county", "municipality", "borough", "district")) {
        for (String part :
            List.of(
                "wahlparameter",
                "wahlgebietseinteilungen",
                "stimmzettel",
                "kandidaten",
                "wahlergebnisse")) {
          described.add(address(operation.path(), level, part));
        }
      }
    }
    for (Exchange format : Exchange.values()) {
      assertThat(described).contains(API + "wk-133/" + format.file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v2/days",
        "/api/v1/days.json",
        "/api/v1/2017-09-24-probe/bundestagswahl/wk-133/none.csv",
        "/api/v1/2017-09-24-probe/a.b/wk-133/nist.json",
        "/api/v1/2017-09-24-probe/bundestagswahl/none/nist.json",
        "/api/v1/2017-09-24-probe/bundestagswahl/wk-133/nist.json/x"
      })
  void an_address_that_is_not_described_has_nothing(String path) {
    try (PublicNode node = node(DemoDay.log(0))) {
      HttpResponse<byte[]> answer = new Http(node).get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(new String(answer.body(), UTF_8)).contains("\"NOT_FOUND\"");
    }
  }

  /** What the schema of NIST SP 1500-100 v2 requires, by type. */
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry(
              "ElectionReport",
              List.of(
                  "Format",
                  "GeneratedDate",
                  "Issuer",
                  "IssuerAbbreviation",
                  "SequenceEnd",
                  "SequenceStart",
                  "Status",
                  "VendorApplicationId")),
          Map.entry("Election", List.of("ElectionScopeId", "EndDate", "Name", "StartDate", "Type")),
          Map.entry(
              "CandidateContest", List.of("VotesAllowed", "ElectoralDistrictId", "Name", "@id")),
          Map.entry("PartyContest", List.of("ElectoralDistrictId", "Name", "@id")),
          Map.entry("BallotMeasureContest", List.of("ElectoralDistrictId", "Name", "@id")),
          Map.entry("CandidateSelection", List.of("CandidateIds", "@id")),
          Map.entry("PartySelection", List.of("PartyIds", "@id")),
          Map.entry("BallotMeasureSelection", List.of("Selection", "@id")),
          Map.entry("Candidate", List.of("BallotName", "@id")),
          Map.entry("Party", List.of("Name", "@id")),
          Map.entry("ReportingUnit", List.of("Type", "@id")),
          Map.entry("VoteCounts", List.of("Count", "Type")),
          Map.entry("SummaryCounts", List.of("Type")),
          Map.entry("InternationalizedText", List.of("Text")),
          Map.entry("LanguageString", List.of("Content", "Language")));

  private static void requireFields(JsonValue value, List<String> ids, List<String> references) {
    switch (value) {
      case JsonArray(List<JsonValue> items) ->
          items.forEach(item -> requireFields(item, ids, references));
      case JsonObject(var members) -> {
        String type = ((JsonString) members.get("@type")).value().replace("ElectionResults.", "");
        assertThat(REQUIRED).containsKey(type);
        assertThat(members.keySet()).as(type).containsAll(REQUIRED.get(type));
        members.forEach(
            (name, member) -> {
              if (name.equals("@id")) {
                ids.add(((JsonString) member).value());
              } else if (name.endsWith("Ids")) {
                ((JsonArray) member)
                    .items()
                    .forEach(id -> references.add(((JsonString) id).value()));
              } else if (name.equals("GpUnitId")
                  || name.equals("PartyId")
                  || name.equals("ElectoralDistrictId")) {
                references.add(((JsonString) member).value());
              } else {
                requireFields(member, ids, references);
              }
            });
      }
      default -> {}
    }
  }

  @Test
  void the_nist_report_has_what_its_schema_requires_and_refers_to_nothing_missing() {
    try (PublicNode node = node(DemoDay.log(60))) {
      Http http = new Http(node);
      for (String path :
          List.of(
              API + "05/nist.json",
              "/api/v1/2017-09-24-probe/buergerentscheid-augustdorf/05766004/nist.json")) {
        List<String> ids = new ArrayList<>();
        List<String> references = new ArrayList<>();
        JsonObject report = (JsonObject) JsonReader.read(http.text(path).getBytes(UTF_8));
        requireFields(report, ids, references);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(references.stream().distinct().toList());
        assertThat(report.members().get("IsTest")).isEqualTo(JsonValue.of(true));
        assertThat(report.members().get("Format")).isEqualTo(JsonValue.of("precinct-level"));
      }
    }
  }

  @Test
  void the_flat_file_has_the_same_figures_as_the_json() {
    try (PublicNode node = node(DemoDay.log(100))) {
      Http http = new Http(node);
      String flat = http.text(API + "05/kerg.csv");
      assertThat(flat.lines().findFirst().orElseThrow())
          .isEqualTo(
              "Wahlart;Wahltag;Gebietsart;Gebietsnummer;Gebietsname;UegGebietsart;UegGebietsnummer;Gruppenart;Gruppenname;Gruppenreihenfolge;Stimme;Anzahl;Prozent;VorpAnzahl;VorpProzent;DiffProzent;DiffProzentPkt;Bemerkung;Gewählt");
      String json = http.text(API + "wk-133");
      String votes = json.replaceAll("(?s).*?\"short\":\"CDU\",\"votes\":(\\d+).*", "$1");
      assertThat(flat)
          .contains(
              "BT;24.09.2017;Wahlkreis;133;Herford – Minden-Lübbecke II;Land;05;Partei;CDU;1;1;"
                  + votes
                  + ";");
      assertThat(flat).doesNotContain(";Wahlbezirk;").contains(";PROBE;");
    }
    try (PublicNode node =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve("empty")).onHost("127.0.0.1"))) {
      TestLog log = DemoDay.log(0);
      node.accept(log.key(), log.note(), 0, log.from(0));
      assertThat(new Http(node).text(API + "05/kerg.csv")).contains(";Partei;CDU;1;1;;;");
    }
  }

  @Test
  void outlines_come_with_results() {
    try (PublicNode node = node(DemoDay.log(100))) {
      JsonObject all =
          (JsonObject)
              JsonReader.read(new Http(node).text(API + "05/areas.geojson").getBytes(UTF_8));
      List<JsonValue> features = ((JsonArray) all.members().get("features")).items();
      assertThat(features).isNotEmpty();
      for (JsonValue feature : features) {
        JsonObject properties = (JsonObject) ((JsonObject) feature).members().get("properties");
        assertThat(properties.members()).containsKeys("area", "votes", "status", "source");
      }
    }
  }

  @Test
  void a_level_alone_names_the_areas_above_it() {
    try (PublicNode node = node(DemoDay.log(10))) {
      List<String> rows = new Http(node).text(API + "05/level-municipality.csv").lines().toList();
      assertThat(rows).hasSizeGreaterThan(40);
      assertThat(rows.subList(1, rows.size()))
          .allMatch(row -> row.split(";", -1)[2].equals("municipality"));
      assertThat(rows)
          .anyMatch(row -> row.startsWith("PROBE;05758004;municipality;Bünde;05758 wk-133;"));
    }
  }

  /** Offene Wahldaten that are read in again give the same reports. */
  @ParameterizedTest
  @ValueSource(strings = {"owd/hagen-btw2025", "owd/hagen-kommunal2025"})
  void offene_wahldaten_come_back_as_they_went_out(String source) throws Exception {
    TestLog log = RealDay.log(ImportFormat.OWD, folder, source);
    ElectionDay day = ElectionFolder.read(folder.resolve("imported")).day();
    Path exported = Files.createDirectory(folder.resolve("exported"));
    try (PublicNode node =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve("node")).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      Http http = new Http(node);
      for (var election : day.elections()) {
        for (Exchange part :
            List.of(Exchange.PARAMETERS, Exchange.DIVISION, Exchange.BALLOTS, Exchange.RESULTS)) {
          String path =
              "/api/v1/%s/%s/05914000/%s".formatted(day.key(), election.key(), part.file());
          Files.writeString(exported.resolve(election.key() + "-" + part.file()), http.text(path));
        }
      }
    }
    Path again = folder.resolve("again");
    ImportResult result =
        Import.run(ImportFormat.OWD, List.of(exported), again, ImportOptions.defaults());
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    assertThat(reports(again)).isEqualTo(reports(folder.resolve("imported")));
  }

  /** The reports by election and district, each figure by the short name of its option. */
  private static Map<String, Map<String, String>> reports(Path folder) {
    ElectionDay day = ElectionFolder.read(folder).day();
    Map<String, Map<String, String>> reports = new TreeMap<>();
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      records.forEach(
          report -> {
            Map<String, String> figures = new TreeMap<>();
            var election = day.election(report.election()).orElseThrow();
            report
                .figures()
                .forEach(
                    (letter, value) ->
                        figures.put(
                            letter.matches("[DF]\\d+")
                                ? letter.charAt(0)
                                    + " "
                                    + election
                                        .option(Integer.parseInt(letter.substring(1)))
                                        .shortName()
                                : letter,
                            value));
            reports.put(report.election() + " " + report.district(), figures);
          });
    }
    assertThat(reports).isNotEmpty();
    assertThat(Arrays.asList(reports.values().iterator().next().keySet().toArray())).isNotEmpty();
    return reports;
  }
}
