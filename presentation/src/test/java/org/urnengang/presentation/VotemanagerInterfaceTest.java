package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonBoolean;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/**
 * Half of the programs written for votemanager read its undocumented JSON. They go from the
 * elections to the overview of districts and from there to each result.
 */
@Timeout(120)
class VotemanagerInterfaceTest {
  private static final String BUENDE = "/20170924-probe/05758004/daten/";

  @TempDir Path folder;

  private PublicNode node(TestLog log) {
    PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    return node;
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonReader.read(text.getBytes(UTF_8));
  }

  /** The value at the end of these names. */
  private static JsonValue at(JsonValue object, String... names) {
    JsonValue found = object;
    for (String name : names) {
      found = ((JsonObject) found).members().get(name);
    }
    return found;
  }

  private static List<JsonValue> list(JsonValue object, String... names) {
    return ((JsonArray) at(object, names)).items();
  }

  private static String text(JsonValue object, String... names) {
    return ((JsonString) at(object, names)).value();
  }

  /** A number as programs read it: German text without its dots. */
  private static long number(JsonValue object, String... names) {
    return Long.parseLong(text(object, names).replace(".", ""));
  }

  private static JsonValue secondVotes(Http http) {
    return list(json(http.text(BUENDE + "api/termin.json")), "wahleintraege").stream()
        .filter(one -> text(one, "wahl", "titel").contains("Bundestag"))
        .filter(one -> ((JsonInteger) at(one, "stimmentyp", "id")).value() == 1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_district_is_found_from_the_elections_of_the_day_and_adds_up() {
    try (PublicNode node = node(DemoDay.log(100))) {
      Http http = new Http(node);
      JsonValue entry = secondVotes(http);
      assertThat(text(entry, "stimmentyp", "titel")).isEqualTo("Zweitstimmen");
      String api = BUENDE + "api/wahl_" + ((JsonInteger) at(entry, "wahl", "id")).value() + "/";
      JsonObject election = json(http.text(api + "wahl.json"));
      assertThat(text(election, "titel")).isEqualTo(text(entry, "wahl", "titel"));
      JsonValue lowest = list(election, "menu_links").getLast();
      assertThat(text(lowest, "id")).isEqualTo("ebene_6");
      JsonObject overview = json(http.text(api + "uebersicht_ebene_6_1.json"));
      long valid = 0;
      long first = 0;
      for (JsonValue row : list(overview, "tabelle", "zeilen")) {
        assertThat(at(row, "stimmbezirk")).isEqualTo(new JsonBoolean(true));
        assertThat(list(row, "felder")).hasSize(list(overview, "tabelle", "header").size() - 2);
        JsonObject district =
            json(http.text(api + "ergebnis_" + text(row, "link", "id") + "_1.json"));
        JsonValue votes = list(district, "Komponente", "tabelle", "zeilen").getFirst();
        assertThat(text(votes, "zahl")).isEqualTo(text(list(row, "felder").get(2), "absolut"));
        assertThat(text(votes, "color")).matches("#[0-9A-Fa-f]{6}");
        first += number(votes, "zahl");
        valid += number(list(district, "Komponente", "info", "tabelle", "zeilen").get(3), "zahl");
        assertThat(list(district, "Komponente", "gebietsverlinkung")).isNotEmpty();
      }
      JsonObject whole =
          json(http.text(api + "ergebnis_" + text(entry, "gebiet_link", "id") + "_1.json"));
      assertThat(number(list(whole, "Komponente", "tabelle", "zeilen").getFirst(), "zahl"))
          .isEqualTo(first);
      JsonValue info = list(whole, "Komponente", "info", "tabelle", "zeilen").get(3);
      assertThat(text(info, "label", "labelKurz")).isEqualTo("gültige Stimmen");
      assertThat(number(info, "zahl")).isEqualTo(valid);
      assertThat(list(whole, "Komponente", "info", "hinweis"))
          .contains(JsonValue.of("Alle Schnellmeldungen eingegangen!"));
    }
  }

  @Test
  void the_name_of_an_election_joins_both_interfaces() {
    try (PublicNode node = node(DemoDay.log(100))) {
      Http http = new Http(node);
      String title = text(json(http.text(BUENDE + "api/wahl_1/wahl.json")), "titel");
      JsonObject index = json(http.text(BUENDE + "opendata/open_data.json"));
      assertThat(list(index, "csvs").stream().map(file -> text(file, "wahl"))).contains(title);
      JsonValue graphic = list(index, "ergebnisgrafiken").getFirst();
      assertThat(
              http.text(BUENDE + "api/wahl_1/ergebnis_" + text(graphic, "link", "id") + "_0.json"))
          .contains("Komponente");
      assertThat(text(json(http.text(BUENDE + "api/config.json")), "behoerde")).isEqualTo("Bünde");
    }
  }

  @Test
  void before_its_first_report_an_area_has_a_title_and_no_figures() {
    try (PublicNode node = node(DemoDay.log(0))) {
      Http http = new Http(node);
      JsonObject day = json(http.text(BUENDE + "api/termin.json"));
      JsonValue entry = list(day, "wahleintraege").getFirst();
      assertThat(at(entry, "leer")).isEqualTo(new JsonBoolean(true));
      String whole = "ergebnis_" + text(entry, "gebiet_link", "id") + "_0.json";
      assertThat(json(http.text(BUENDE + "api/wahl_1/" + whole)).members())
          .containsKeys("zeitstempel", "seitentitel")
          .doesNotContainKey("Komponente");
      JsonObject overview = json(http.text(BUENDE + "api/wahl_1/uebersicht_ebene_6_0.json"));
      assertThat(list(overview, "tabelle", "zeilen"))
          .isNotEmpty()
          .allMatch(row -> at(row, "link").equals(JsonNull.NULL))
          .allMatch(row -> text(row, "statusString").equals("ausstehend"))
          .allMatch(row -> text(list(row, "felder").getLast(), "absolut").isEmpty());
    }
  }

  @Test
  void a_council_and_a_mayor_say_who_is_elected_once_all_is_counted() {
    try (PublicNode node = node(FolderDay.log(Path.of("../elections/ahlenrode-2025"), 100))) {
      Http http = new Http(node);
      String api = "/20250914-probe/05999001/daten/api/";
      StringBuilder all = new StringBuilder();
      for (JsonValue entry : list(json(http.text(api + "termin.json")), "wahleintraege")) {
        all.append(
            http.text(
                "%swahl_%d/ergebnis_%s_0.json"
                    .formatted(
                        api,
                        ((JsonInteger) at(entry, "wahl", "id")).value(),
                        text(entry, "gebiet_link", "id"))));
      }
      assertThat(all)
          .contains("\"title\":\"Es findet eine Stichwahl statt zwischen\"")
          .contains("Friederike Jansing, CDU")
          .containsPattern("\"hinweis\":\"Es wurden [0-9]+ Sitze vergeben.\"")
          .contains("\"Liste, Platz 1\"");
    }
  }

  @Test
  void addresses_that_are_none_lead_nowhere() {
    try (PublicNode node = node(DemoDay.log(50))) {
      Http http = new Http(node);
      for (String none :
          List.of(
              "api/wahl_0/wahl.json",
              "api/wahl_99/wahl.json",
              "api/wahl_1/uebersicht_ebene_6_2.json",
              "api/wahl_1/uebersicht_ebene_3_0.json",
              "api/wahl_1/ergebnis_ebene_6_id_1_0.json",
              "api/wahl_1/ergebnis_ebene_6_id_99999999_0.json",
              "api/wahl_1/ergebnis_ebene_x_id_1_0.json",
              "api/none.json")) {
        assertThat(http.get(BUENDE + none).statusCode()).as(none).isEqualTo(404);
      }
    }
  }
}
