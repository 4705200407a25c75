package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** From the own street to the page of the own district. */
@Timeout(120)
class StreetSearchTest {
  private static final String DAY = "/2025-09-14-probe/";
  private static final String DISTRICT = DAY + "rat/05999001-";

  @TempDir static Path folder;
  private static PublicNode node;
  private static Http http;

  @BeforeAll
  static void open() {
    TestLog log = FolderDay.log(Path.of("../elections/ahlenrode-2025"), 40);
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    http = new Http(node);
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static String search(String query) {
    return http.text(DAY + "search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "Hauptstraße 1,           0101",
    "hauptstr. 45,            0101",
    "HAUPTSTRASSE 44a,        0201",
    "Haupt Str 44,            0201",
    "Hauptstra 120,           0401",
    "Hauptstr. 121 A,         0801",
    "59991 Hauptstrasse 9000, 0801",
    "ahlenrode hauptstraße 2, 0201",
    "Kloecklerweg 5,          ''",
    "Köhlerweg 7,             2101",
    "koehlerweg 7,            2101",
    "Am Stellwerk,            0301",
    "goethe,                  0501",
  })
  void a_street_with_a_house_number_leads_to_one_district(String query, String number) {
    String page = search(query);
    String hits = page.substring(page.indexOf("class=\"hits\""), page.indexOf("</main>"));
    if (number.isEmpty()) {
      assertThat(hits).doesNotContain("<li>");
    } else {
      assertThat(hits.split("<li>")).hasSize(2);
      assertThat(hits).contains("href=\"" + DISTRICT + number + "\"");
    }
  }

  @Test
  void without_a_house_number_every_part_is_named_with_its_room() {
    assertThat(search("Hauptstraße"))
        .contains("Hauptstraße 1–45 (ungerade), 59991", "Hauptstraße 2–44 (gerade), 59991")
        .contains("Hauptstraße 46–120, 59991", "Hauptstraße ab 121, 59991")
        .contains("Orangerie", "barrierefrei");
    assertThat(search("Hauptstraße 9")).contains("Hauptstraße 9, 59991");
  }

  @Test
  void a_number_that_no_street_has_finds_the_parts_of_the_street() {
    assertThat(search("Hauptstraße 0")).contains("Hauptstraße 46–120", "4 Treffer");
    assertThat(search("Nordwall 99999x")).contains("Nordwall", "ein Treffer");
  }

  @Test
  void places_and_districts_are_found_too() {
    assertThat(search("Ahlenrode")).contains("href=\"" + DAY + "rat/\"");
    assertThat(search("0901")).contains("href=\"" + DISTRICT + "0901\"");
    assertThat(search("Wahlbezirk 7")).contains("Hammerhütte");
  }

  @Test
  void the_field_asks_for_a_street_where_streets_are_known() {
    assertThat(http.text(DAY)).contains("placeholder=\"Straße und Hausnummer");
    assertThat(search("")).contains("Geben Sie Ihre Straße mit Hausnummer ein");
  }

  @Test
  void the_page_of_a_district_says_where_it_votes() {
    assertThat(http.text(DISTRICT + "0201"))
        .contains("Rathaus, Bürgersaal, Raum 1, Rathausstraße 1, 59991 Ahlenrode, barrierefrei");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "((((", "\\Qx", "%", "' OR 1=1", "9999999999"})
  void whatever_is_typed_is_only_text(String query) {
    assertThat(search(query)).contains("Nichts gefunden").doesNotContain("<script>alert");
  }

  @Test
  void votemanager_files_know_streets_and_rooms() {
    String data = "/20250914-probe/05999001/daten/opendata/";
    assertThat(http.text(data + "opendata-strassen.csv"))
        .startsWith("datum;ags;Strassen-Name;Hausnummern-Bereich;PLZ;Ortsteil;Bezirk-Nr\n")
        .contains("14.09.2025;05999001;Marktplatz;1-39 ung.,2-28 ger.;59991;;0101\n")
        .contains("14.09.2025;05999001;Kirchgasse;;59991;;0101\n")
        .contains("14.09.2025;05999001;Hauptstraße;46-120;59991;;0401\n");
    assertThat(http.text(data + "opendata-wahllokale.csv"))
        .contains(
            "14.09.2025;05999001;0201;Stimmbezirk 0201 Altstadt Süd;W;"
                + "Rathaus, Bürgersaal, Raum 1;Rathausstraße 1, 59991 Ahlenrode;ja;"
                + "Rollstuhlgerechter Eingang vom Hof\n")
        .contains(";B01;Briefwahl Altstadt Nord;B;;;;\n");
  }
}
