package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Council, mayor and run-off of the invented town, as readers see them. */
@Timeout(120)
class CouncilDayTest {
  private static final Path TOWN = Path.of("../elections/ahlenrode-2025");
  private static final Path RUN_OFF = Path.of("../elections/ahlenrode-2025-stichwahl");
  private static final String COUNCIL = "/2025-09-14-probe/rat";
  private static final String MAYOR = "/2025-09-14-probe/buergermeister";

  @TempDir Path folder;

  private interface Look {
    void at(Http http);
  }

  private void look(TestLog log, Look look) {
    try (PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      look.at(new Http(node));
    }
  }

  /** The text of a part of a page without its markup. */
  private static String section(String page, String id) {
    int start = page.indexOf("id=\"" + id + '"');
    assertThat(start).as("section " + id).isPositive();
    return page.substring(start, page.indexOf("</section>", start))
        .replaceAll("<svg.*?</svg>", "")
        .replaceAll("<[^>]*>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }

  @Test
  void a_counted_council_shows_hemicycle_table_and_the_words_of_a_preliminary_result() {
    look(
        FolderDay.log(TOWN, 100),
        http -> {
          String page = http.text(COUNCIL);
          assertThat(page)
              .contains(
                  "<svg class=\"hemicycle\"",
                  "50 Sitze: CDU 17, SPD 13, GRÜNE 6, AfD 6, FDP 2, Die Linke 2, BfA 4");
          String hemicycle = page.replaceFirst("(?s).*(<svg class=\"hemicycle\".*?</svg>).*", "$1");
          assertThat(hemicycle.split("<circle", -1)).hasSize(50 + 1);
          assertThat(section(page, "seats"))
              .contains("nach vorläufigem Ergebnis", "Mehrheit ab 26", "Zusammen 50")
              .contains("CDU 17 17 0 34,0 %", "SPD 13 5 8 26,0 %", "BfA 4 0 4 8,0 %")
              .contains("Beide Berechnungen stimmen überein.")
              .contains("Gewählt ist erst, wen der Wahlausschuss feststellt.")
              .doesNotContain("Trend");
        });
  }

  @Test
  void a_counted_council_names_who_sits_who_is_passed_over_and_who_succeeds() {
    look(
        FolderDay.log(TOWN, 100),
        http ->
            assertThat(section(http.text(COUNCIL), "elected"))
                .contains("CDU 17 im Bezirk, 0 von der Liste", "SPD 5 im Bezirk, 8 von der Liste")
                .contains("Frank Holtkamp Wahlbezirk 1 Altstadt Nord", "Claas Imhof Listenplatz 1")
                .contains("Listenplatz 1, Annika Brandis: schon im Bezirk gewählt")
                .contains("Nachrücken würden: Friederike Jansing, Jörg Quante, Hanna Oberste"));
  }

  @Test
  void the_calculation_of_a_council_stands_on_the_page_and_as_data() {
    look(
        FolderDay.log(TOWN, 100),
        http -> {
          assertThat(section(http.text(COUNCIL), "trail"))
              .contains("1 CDU 2 SPD 3 GRÜNE", "49 CDU 50 BfA")
              .contains("41.270 Einwohner: 44 Mitglieder", "§ 3 Abs. 2 Buchst. a KWahlG NRW")
              .contains("§ 33 Abs. 2 KWahlG NRW", "§ 33 Abs. 3 KWahlG NRW");
          assertThat(http.text(COUNCIL + ".json"))
              .contains("\"elected\":null", "\"status\":\"provisional\"", "\"total\":50")
              .contains("\"step\":\"council-size\"", "\"step\":\"levelled-size\"")
              .contains("\"wb-01\":\"SPD\"", "\"successors\":[\"Friederike Jansing\"");
        });
  }

  @Test
  void while_districts_are_missing_it_is_a_trend_and_no_result() {
    look(
        FolderDay.log(TOWN, 60),
        http -> {
          String seats = section(http.text(COUNCIL), "seats");
          assertThat(seats)
              .contains("Trend, noch kein Ergebnis", "Ein Trend, kein Ergebnis.")
              .contains("Es fehlen 37 Wahlbezirke.")
              .doesNotContain("nach vorläufigem Ergebnis", "Beide Berechnungen");
          assertThat(http.text(COUNCIL + ".json")).contains("\"status\":\"trend\"");
          assertThat(section(http.text(MAYOR), "majority"))
              .contains("Trend, noch kein Ergebnis", "Bisher hat niemand mehr als die Hälfte.")
              .doesNotContain("vorläufigem");
        });
  }

  @Test
  void before_the_first_report_there_are_no_seats() {
    look(
        FolderDay.log(TOWN, 0),
        http -> {
          assertThat(http.text(COUNCIL)).doesNotContain("hemicycle", "id=\"seats\"");
          assertThat(http.text(COUNCIL + ".json")).contains("\"seats\":null");
        });
  }

  @Test
  void a_mayor_without_half_of_the_votes_needs_a_run_off() {
    look(
        FolderDay.log(TOWN, 100),
        http -> {
          assertThat(section(http.text(MAYOR), "majority"))
              .contains("Stichwahl: Nach vorläufigem Ergebnis hat niemand mehr als die Hälfte.")
              .contains("Friederike Jansing (CDU) und Annika Brandis (SPD)")
              .contains("§ 46c Abs. 2 KWahlG NRW", "CDU: 2 · 8.601 ≤ 20.096");
          assertThat(http.text(MAYOR + ".json"))
              .contains("\"run_off\":[\"CDU\",\"SPD\"]", "\"majority\":null", "\"elected\":null");
        });
  }

  @Test
  void a_run_off_says_who_has_the_majority_after_the_preliminary_result() {
    look(
        FolderDay.log(RUN_OFF, 100),
        http -> {
          String day = "/2025-09-28-probe/buergermeister-stichwahl";
          assertThat(section(http.text(day), "majority"))
              .contains("Annika Brandis (SPD) hat nach vorläufigem Ergebnis die Mehrheit.")
              .contains("Gewählt ist erst, wen der Wahlausschuss feststellt.")
              .contains("§ 46c Abs. 3 KWahlG NRW", "SPD: 2 · 9.247 &gt; 18.025");
          assertThat(http.text(day + ".json"))
              .contains("\"majority\":\"SPD\"", "\"elected\":null", "\"step\":\"half-tested\"");
        });
  }

  @Test
  void four_wahlkreise_give_no_distribution_but_who_is_ahead_in_each() {
    look(
        DemoDay.log(100),
        http -> {
          String day = "/2017-09-24-probe/bundestagswahl";
          assertThat(http.text(day + ".json")).contains("\"seats\":null");
          assertThat(http.text(day)).doesNotContain("hemicycle", "id=\"seats\"");
          for (String constituency : new String[] {"wk-133", "wk-134", "wk-135", "wk-136"}) {
            assertThat(http.text(day + '/' + constituency + ".json"))
                .contains("\"seats\":null", "\"elected\":null")
                .containsPattern("\"leading\":\\d");
            assertThat(http.text(day + '/' + constituency))
                .contains("liegt nach vorläufigem Ergebnis vorn");
          }
        });
  }
}
