package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.office.SetupClient.SentFile;
import org.urnengang.office.journal.Ledger;

class SetupTest {
  private static final String BALLOT =
      """
      Wahl	Stimme	Gebiet	Nr.	Kurzname	Name	Bewerber/in	Farbe hell
      buergermeister	vote	05999001	1	CDU	Christlich Demokratische Union	Anna Amsel	#000000
      buergermeister	vote	05999001	2	FDP	Freie Demokratische Partei	Bert Buche	#FFED00
      """;

  @TempDir static Path data;
  static TestOffice office;
  static SetupClient client;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    client = new SetupClient(office);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** A mayor's election with thirty numbered districts and two candidates. */
  private static String complete(String date) {
    return complete(client, date);
  }

  private static String complete(SetupClient client, String date) {
    String day = client.newDay(date);
    client.submit(day + "/wahlen", "kind", "mayor");
    client.submit(
        day + "/bezirke", "parent", "05999001", "kind", "polling", "from", "1", "to", "30");
    client.bring(day + "/tabelle/stimmzettel", SentFile.of("zettel.tsv", BALLOT));
    return day;
  }

  private static String first(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern + " in\n" + page).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_day_is_made_from_nothing_checked_and_opened() {
    String day = client.newDay("2031-03-09");
    assertThat(client.page(day + "/pruefen")).contains("Eine Sache fehlt", "mindestens eine Wahl");
    client.submit(day + "/wahlen", "kind", "mayor");
    assertThat(client.page(day + "/pruefen"))
        .contains("05999001", "fehlt in areas.csv", "href=\"" + day + "/wahlen/");
    client.submit(
        day + "/bezirke", "parent", "05999001", "kind", "polling", "from", "1", "to", "30");
    assertThat(client.page(day + "/pruefen")).contains("fehlt der Stimmzettel");
    client.bring(day + "/tabelle/stimmzettel", SentFile.of("zettel.tsv", BALLOT));
    assertThat(client.page(day + "/pruefen")).contains("Alles ist vollständig");
    assertThat(SetupClient.location(client.submit(day + "/eroeffnen", "sicher", "ja")))
        .isEqualTo("/tag/2031-03-09");
    assertThat(client.page("/tag/2031-03-09")).contains("0 von 30 freigegeben", "Wahlbezirk 30");
    assertThat(office.office.ledger("2031-03-09")).isPresent();
  }

  @Test
  void an_incomplete_day_is_not_opened() {
    String day = client.newDay("2031-04-06");
    HttpResponse<String> refused = client.submit(day + "/eroeffnen", "sicher", "ja");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Eröffnet wurde nichts");
    assertThat(office.office.ledger("2031-04-06")).isEmpty();
  }

  @Test
  void an_opened_day_is_frozen() {
    String day = complete("2031-05-04");
    client.submit(day + "/eroeffnen", "sicher", "ja");
    client.submit(day + "/wahlen", "kind", "council");
    client.submit(day + "/bezirke", "parent", "05999001", "from", "31", "to", "40");
    client.submit(day, "date", "2031-05-11", "title", "Anders", "ledger", "05999001");
    assertThat(client.page(day + "/pruefen")).contains("Der Wahltag ist eröffnet");
    assertThat(client.page(day + "/wahlen")).doesNotContain("Ratswahl oder andere Vertretung ·");
    assertThat(client.page(day + "/tabelle/gebiete")).contains("31 von 31 Zeilen", "disabled");
    assertThat(client.page(day)).contains("value=\"Kommunalwahl\"").doesNotContain("Anders");
  }

  @Test
  void a_cell_is_changed_where_it_stands_and_the_others_stay() {
    String day = complete("2031-06-01");
    String table = day + "/tabelle/stimmzettel";
    String row = first(client.page(table), "id=\"z-(\\d+)\"");
    client.submit(table, "c." + row + ".short", "Union", "n.0.election", "buergermeister");
    assertThat(client.page(table))
        .contains("value=\"Union\"", "value=\"Christlich Demokratische Union\"")
        .contains("3 von 3 Zeilen");
    client.submit(table, "entfernen", first(client.page(table), "id=\"z-(\\d+)\""));
    assertThat(client.page(table)).contains("2 von 2 Zeilen").doesNotContain("Union\"");
  }

  @Test
  void rows_are_put_into_the_order_of_the_ballot() {
    String day = complete("2031-07-06");
    String table = day + "/tabelle/stimmzettel";
    client.submit(table, "runter", first(client.page(table), "id=\"z-(\\d+)\""));
    assertThat(client.page(table)).containsSubsequence("value=\"FDP\"", "value=\"CDU\"");
  }

  @Test
  void a_pale_colour_is_named_and_a_dark_variant_proposed() {
    String day = complete("2031-08-03");
    String table = day + "/tabelle/stimmzettel";
    assertThat(client.page(table)).contains("auf Weiß 1,2 : 1");
    client.submit(table, "dunkel", first(client.page(table), "id=\"z-(\\d+)\""));
    assertThat(client.page(table)).containsPattern("color_dark\" value=\"#[6-9A-F][0-9A-F]{5}\"");
  }

  @Test
  void what_is_wrong_stands_at_its_cell() {
    String day = complete("2031-09-07");
    String table = day + "/tabelle/gebiete";
    String row = first(client.page(table + "?suche=05999001-0007"), "id=\"z-(\\d+)\"");
    client.submit(table, "c." + row + ".parents", "05999999", "c." + row + ".kind", "Briefwahl");
    assertThat(client.page(table + "?nur=falsch"))
        .contains("Das übergeordnete Gebiet „05999999“ fehlt.", "aria-invalid=\"true\"")
        .contains("1 von 31 Zeilen", "value=\"postal\" selected");
    assertThat(client.page(day + "/pruefen")).contains("?zeile=" + row + "#z-" + row, "Zeile 8");
  }

  @Test
  void nothing_of_a_file_is_stored_before_it_is_taken_over() {
    String day = complete("2031-10-05");
    String table = day + "/tabelle/gebiete";
    String file =
        """
        Kennung;Ebene;Name;Gehört zu;Art;Behörde;Farbe
        05999001;Gemeinde;Erlenau;;;;blau
        05999001-0001;Wahlbezirk;Rathaus;05999001;Urnenwahl;05999001;
        05999001-0099;Wahlbezirk;Schule;05999001;Urne;05999001;
        05999001-0099;Wahlbezirk;Schule;05999001;Urnenwahl;niemand;
        """;
    SetupClient.location(
        client.upload(table + "/vorschlag", List.of(SentFile.of("gebiete.csv", file))));
    assertThat(client.page(table + "/vorschlag"))
        .contains("<dt>neu</dt><dd>2</dd>", "<dt>geändert</dt><dd>2</dd>")
        .contains("<dt>fehlen in der Datei</dt><dd>29</dd>")
        .contains("Name: Wahlbezirk 1 → Rathaus", "Die Spalte „Farbe“ wird nicht gebraucht")
        .contains("<td class=\"num\">3</td><td>Art</td><td>Urne</td>")
        .contains("steht schon in Zeile 4");
    assertThat(client.page(table)).contains("31 von 31 Zeilen");
    client.submit(table + "/entscheidung", "was", "verwerfen");
    assertThat(client.get(table + "/vorschlag").statusCode()).isEqualTo(404);
    assertThat(client.page(table)).contains("31 von 31 Zeilen");
  }

  @Test
  void a_file_can_be_added_to_what_is_there() {
    String day = complete("2031-11-02");
    String table = day + "/tabelle/gebiete";
    String file = "Kennung;Ebene;Name\n05999001-0001;Wahlbezirk;Rathaus\n";
    client.upload(table + "/vorschlag", List.of(SentFile.of("gebiete.csv", file)));
    client.submit(table + "/entscheidung", "was", "ergaenzen");
    assertThat(client.page(table)).contains("31 von 31 Zeilen", "value=\"Rathaus\"");
    assertThat(client.page(day + "/pruefen")).contains("Alles ist vollständig");
  }

  @Test
  void a_table_is_the_same_after_a_way_through_a_file() {
    String day = complete("2031-12-07");
    String table = day + "/tabelle/gebiete";
    byte[] csv =
        client
            .get(table + "/datei?als=csv")
            .body()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    client.upload(table + "/vorschlag", List.of(new SentFile("gebiete.csv", csv)));
    assertThat(client.page(table + "/vorschlag"))
        .contains("<dt>neu</dt><dd>0</dd>", "<dt>geändert</dt><dd>0</dd>")
        .contains("<dt>fehlen in der Datei</dt><dd>0</dd>");
  }

  @Test
  void a_rehearsal_is_a_copy_of_its_own() {
    String day = complete("2032-03-07");
    String copy = SetupClient.location(client.submit(day + "/kopie", "rehearsal", "yes"));
    assertThat(client.page(copy)).contains("<title>PROBE", "PROBE</b>");
    assertThat(SetupClient.location(client.submit(copy + "/eroeffnen", "sicher", "ja")))
        .isEqualTo("/tag/2032-03-07-probe");
    assertThat(client.page(day)).doesNotContain("<title>PROBE");
    assertThat(office.office.ledger("2032-03-07")).isEmpty();
    assertThat(office.office.ledger("2032-03-07-probe").orElseThrow().key().toString())
        .contains("05999001");
  }

  @Test
  void what_the_law_says_is_proposed_with_its_paragraph() {
    String day = client.newDay("2032-04-04");
    String election = SetupClient.location(client.submit(day + "/wahlen", "kind", "council"));
    client.submit(election, "inhabitants", "41270");
    assertThat(client.page(election))
        .contains("value=\"18:00\"", "value=\"§ 24 Abs. 1 KWahlG NRW\"")
        .contains("Der Rat hat dann 44 Mitglieder, § 3 Abs. 2 Buchst. a KWahlG NRW")
        .contains("Sperrklausel", "VerfGH NRW 21.11.2017");
    client.submit(election, "polls_close", "17:30");
    assertThat(client.page(election)).contains("value=\"17:30\"", "value=\"41270\"");
  }

  @Test
  void a_deleted_rehearsal_leaves_a_proof_and_can_be_opened_anew() {
    String day = complete("2032-05-02");
    String copy = SetupClient.location(client.submit(day + "/kopie", "rehearsal", "yes"));
    client.submit(copy + "/eroeffnen", "sicher", "ja");
    String key = office.office.ledger("2032-05-02-probe").orElseThrow().key().toString();
    Await.until(
        "the definition is signed",
        () -> office.office.ledger("2032-05-02-probe").orElseThrow().size() > 0);
    String proof = SetupClient.location(client.submit(copy + "/probe-loeschen"));
    assertThat(client.page(proof))
        .contains("steht nichts mehr von dieser Probe", "2032-05-02-probe", key);
    assertThat(client.get("/tag/2032-05-02-probe").statusCode()).isEqualTo(404);
    assertThat(data.resolve("ledger/2032-05-02-probe")).doesNotExist();
    assertThat(data.resolve("keys/2032-05-02-probe.key")).doesNotExist();
    client.submit(copy + "/eroeffnen", "sicher", "ja");
    assertThat(office.office.ledger("2032-05-02-probe").orElseThrow().key().toString())
        .isNotEqualTo(key);
    assertThat(client.page(proof)).contains("gibt es wieder eine Probe");
  }

  @Test
  void a_real_day_cannot_be_deleted() {
    String day = complete("2032-06-06");
    client.submit(day + "/eroeffnen", "sicher", "ja");
    assertThat(client.submit(day + "/probe-loeschen").statusCode()).isEqualTo(404);
    client.submit(day + "/loeschen");
    assertThat(client.page("/tag/2032-06-06")).contains("von 30 freigegeben");
  }

  @Test
  void a_map_in_metres_is_matched_by_any_property_and_what_fits_nothing_is_listed() {
    String day = complete("2032-07-04");
    String feature =
        """
        {"type":"Feature","properties":{"fid":%d,"BEZIRK":"%s"},"geometry":{"type":"Polygon","coordinates":[[
        [%2$s00,5691000],[%2$s50,5691000],[%2$s50,5692000],[%2$s00,5691000]]]}}
        """;
    String file =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + feature.formatted(900, "3930").replace("\"3930\"", "\"0001\"")
            + ","
            + feature.formatted(901, "3931").replace("\"3931\"", "\"2\"")
            + ","
            + feature.formatted(902, "3932").replace("\"3932\"", "\"Nirgends\"")
            + "]}";
    client.upload(day + "/karte", List.of(SentFile.of("karte.geojson", file)));
    assertThat(client.page(day + "/karte"))
        .contains("„BEZIRK“", "EPSG:25832", "<dt>zugeordnet</dt><dd>2</dd>", "Nirgends");
    client.submit(day + "/karte/entscheidung", "was", "ersetzen");
    assertThat(client.page(day + "/karte")).contains("2 von 31 Gebieten");
    assertThat(client.page(day + "/pruefen")).contains("Alles ist vollständig");
    assertThat(
            client
                .upload(day + "/karte", List.of(SentFile.of("x.json", "{\"type\":\"Topology\"}")))
                .body())
        .contains("keine FeatureCollection");
  }

  @Test
  void what_is_opened_changes_only_with_a_reason_and_an_entry() {
    String day = complete("2032-08-01");
    client.submit(day + "/eroeffnen", "sicher", "ja");
    String amend = "/tag/2032-08-01/aenderung";
    assertThat(amend(amend, "wert", "18:30").body()).contains("Bitte einen Grund nennen.");
    assertThat(amend(amend, "wert", "25:00", "grund", "Sturm").body()).contains("in der Zukunft");
    assertThat(amend(amend, "wert", "18:30", "grund", "Sturm").statusCode()).isEqualTo(303);
    assertThat(amend(amend, "wert", "18:30", "grund", "Sturm").body()).contains("gilt schon");
    assertThat(client.page(amend)).contains("Zurzeit: 18:30 Uhr", "<td>Sturm</td>");
    assertThat(client.page("/tag/2032-08-01")).contains("18:30");
    Await.until(
        "the change is signed",
        () -> {
          Ledger ledger = office.office.ledger("2032-08-01").orElseThrow();
          return ledger.entries(0, ledger.size()).stream()
              .map(EntryCodec::decode)
              .anyMatch(
                  entry ->
                      entry instanceof Entry.Amended changed
                          && changed.after().equals("2032-08-01T18:30:00+02:00")
                          && changed.reason().equals("Sturm"));
        });
    assertThat(client.page("/protokoll?art=amendment"))
        .contains("Ende der Wahlzeit 18:00", "Grund: Sturm");
  }

  private static HttpResponse<String> amend(String address, String... typed) {
    String[] fields = new String[typed.length + 4];
    System.arraycopy(new String[] {"wahl", "buergermeister", "was", "close"}, 0, fields, 0, 4);
    System.arraycopy(typed, 0, fields, 4, typed.length);
    return client.submit(address, fields);
  }

  @Test
  void the_audit_trail_tells_what_was_done_to_a_day() {
    String day = complete("2032-09-05");
    String copy = SetupClient.location(client.submit(day + "/kopie", "rehearsal", "yes"));
    client.submit(day + "/eroeffnen", "sicher", "ja");
    client.submit(copy + "/loeschen");
    String name = "„Kommunalwahl“ am Sonntag, 5. September 2032";
    assertThat(client.page("/protokoll?tag=2032-09-05"))
        .contains("legt den Wahltag " + name + " an.")
        .contains("2 Zeilen nach „Stimmzettel“. Quelle: zettel.tsv")
        .contains("eröffnet den Wahltag " + name + ": eine Wahl, 30 Wahlbezirke.");
    assertThat(client.page("/protokoll?tag=2032-09-05-probe"))
        .contains("kopiert den Wahltag " + name + " als Probe.")
        .contains("löscht die Vorbereitung des Wahltags " + name + ".");
  }

  @Test
  void a_row_that_is_stored_by_itself_is_answered_without_a_page() {
    String table = complete("2032-10-03") + "/tabelle/stimmzettel";
    String row = first(client.page(table), "id=\"z-(\\d+)\"");
    HttpResponse<String> stored =
        client.submit(table, "c." + row + ".short", "Union", "antwort", "keine");
    assertThat(stored.statusCode()).isEqualTo(204);
    assertThat(client.page(table)).contains("value=\"Union\"");
  }

  @Test
  void authorities_of_an_opened_day_come_below_the_one_that_made_it() {
    String south = TestDatabases.value(office.database, "SELECT id FROM tenant WHERE key = 'sued'");
    TestPerson lead = TestPerson.invited(office, "s.lead", "Sina Süd", "lead", south);
    SetupClient own = new SetupClient(office, lead);
    String day = complete(own, "2032-11-07");
    assertThat(SetupClient.location(own.submit(day + "/eroeffnen", "sicher", "ja")))
        .isEqualTo("/tag/2032-11-07");
    assertThat(own.page("/tag/2032-11-07")).contains("Wahlbezirk 30");
    assertThat(
            TestDatabases.value(
                office.database,
                """
                SELECT t.parent FROM day_authority d JOIN tenant t ON t.id = d.tenant
                WHERE d.day = '2032-11-07'\
                """))
        .isEqualTo(south);
    String north = TestDatabases.value(office.database, "SELECT id FROM tenant WHERE key = 'nord'");
    TestPerson neighbour = TestPerson.invited(office, "n.lead", "Nils Nord", "lead", north);
    assertThat(neighbour.get(day).statusCode()).isEqualTo(404);
    assertThat(neighbour.get("/tag/2032-11-07").statusCode()).isEqualTo(404);
    assertThat(neighbour.get("/vorbereitung").body()).doesNotContain("07.11.2032");
  }
}
