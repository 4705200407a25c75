package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

@Timeout(60)
class PagesTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final String BUND = DAY + "bundestagswahl/";
  private static final OffsetDateTime LATE = OffsetDateTime.parse("2030-05-05T21:00:00+02:00");

  @TempDir Path folder;
  private TestLog log;
  private PublicNode node;
  private Http http;

  /** Addresses of all kinds of documents. */
  static List<String> addresses() {
    return List.of(
        "/",
        "/api/v1/days",
        "/robots.txt",
        DAY,
        DAY + "corrections",
        BUND,
        BUND + "wk-1",
        BUND + "adorf",
        BUND + "adorf-b",
        DAY + "freibad/",
        DAY + "freibad/adorf-1",
        DAY + "bundestagswahl.json",
        BUND + "wk-2.json",
        DAY + "bundestagswahl.csv",
        BUND + "adorf.csv",
        BUND + "options.csv");
  }

  @BeforeEach
  void open() {
    log = SmallDay.log();
    node = PublicNode.start(PublicNodeSettings.of(0, folder.resolve("data")).onHost("127.0.0.1"));
    http = new Http(node);
    show();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void show(Entry... more) {
    log.append(more);
    long known = node.size(log.key());
    node.accept(log.key(), log.note(), known, log.from(known));
  }

  private void show(List<? extends Entry> more) {
    show(more.toArray(new Entry[0]));
  }

  @Test
  void a_report_renders_only_the_pages_that_show_it_and_only_when_they_are_asked_for() {
    addresses().forEach(http::text);
    long before = node.written();
    assertThat(before).isEqualTo(addresses().size());
    show(SmallDay.report(5, "bstadt-1", 300, 200));
    assertThat(node.written()).isEqualTo(before);
    for (String other :
        List.of(
            BUND + "wk-1",
            BUND + "adorf",
            BUND + "adorf-b",
            DAY + "freibad/",
            DAY + "corrections",
            BUND + "options.csv")) {
      http.text(other);
    }
    assertThat(node.written()).isEqualTo(before);
    for (String shown : List.of(DAY, BUND, BUND + "wk-2.json", DAY + "bundestagswahl.csv")) {
      http.text(shown);
      http.text(shown);
    }
    assertThat(node.written()).isEqualTo(before + 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DAY,
        DAY + "corrections",
        DAY + "outstanding",
        DAY + "search",
        BUND,
        BUND + "wk-1",
        BUND + "adorf-b"
      })
  void the_way_to_a_page_ends_with_the_page_itself_which_is_no_link(String path) {
    String way = http.text(path).replaceFirst("(?s).*<nav class=\"crumb\".*?>(.*?)</nav>.*", "$1");
    assertThat(way.strip()).matches("(?s)<a href=\"/\">.*<span aria-current=\"page\">[^<]+</span>");
    assertThat(way).containsOnlyOnce("aria-current").doesNotContain("href=\"" + path + "\"");
  }

  @Test
  void readers_who_ask_at_the_same_time_wait_for_one_rendering() throws Exception {
    int readers = 24;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> pages = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        pages.add(
            threads.submit(
                () -> {
                  start.await();
                  return http.text(BUND + "wk-1");
                }));
      }
      start.countDown();
      for (Future<String> page : pages) {
        assertThat(page.get()).isEqualTo(pages.getFirst().get());
      }
    }
    assertThat(node.written()).isEqualTo(1);
  }

  @Test
  void a_page_that_does_not_fit_the_memory_is_still_served() {
    try (PublicNode small =
        PublicNode.start(
            PublicNodeSettings.of(0, folder.resolve("small"))
                .onHost("127.0.0.1")
                .withPageBytes(1))) {
      small.accept(log.key(), log.note(), 0, log.from(0));
      Http reader = new Http(small);
      assertThat(reader.text(DAY)).isEqualTo(reader.text(DAY)).isEqualTo(http.text(DAY));
      assertThat(small.written()).isEqualTo(2);
    }
  }

  @Test
  void before_the_first_report_everything_is_hatched_and_nothing_is_zero() {
    String page = http.text(BUND + "wk-1");
    assertThat(page)
        .contains(
            "Noch hat kein Wahlbezirk gemeldet.", "18:00 Uhr", "class=\"hatch\"", "Noch offen")
        .doesNotContain("class=\"party\"", "0,0");
    assertThat(http.text(DAY)).contains("0 von 9 Meldungen", "Noch keine Meldung");
  }

  @Test
  void a_candidate_leads_while_votes_are_counted_and_is_elected_only_in_the_final_result() {
    show(SmallDay.report(5, "adorf-1", 300, 200));
    assertThat(http.text(BUND + "wk-1"))
        .contains("Ada Ahorn (ROT) führt", "Zwischenergebnis", "1 von 3 Wahlbezirken")
        .contains("Die Briefwahl fehlt überwiegend")
        .doesNotContain("gewählt</span>");
    show(SmallDay.report(6, "adorf-2", 300, 200), SmallDay.report(7, "adorf-b", 300, 200));
    assertThat(http.text(BUND + "wk-1"))
        .contains("Ada Ahorn (ROT) liegt nach vorläufigem Ergebnis vorn", "Vorläufig")
        .doesNotContain("ist gewählt");
    show(new Declared(LATE, "bundestagswahl", Status.FINAL, "Kreiswahlausschuss"));
    assertThat(http.text(BUND + "wk-1")).contains("Ada Ahorn (ROT) ist gewählt", "Endgültig");
    assertThat(http.text(BUND + "wk-1.json")).contains("\"status\":\"final\"", "\"elected\":null");
  }

  @Test
  void turnout_is_told_only_where_polling_stations_and_postal_districts_are_complete() {
    show(SmallDay.report(5, "adorf-1", 300, 200), SmallDay.report(6, "adorf-2", 300, 200));
    assertThat(http.text(BUND)).contains("Wahlbeteiligung noch offen");
    show(SmallDay.report(7, "adorf-b", 300, 200), SmallDay.report(8, "bstadt-1", 300, 200));
    assertThat(http.text(BUND))
        .contains("Wahlbeteiligung 62,8", "1.506 von 2.400", "nur in 1 von 2 Gemeinden");
    assertThat(http.text(DAY + "bundestagswahl.json"))
        .contains("\"turnout\":{\"A\":2400,\"B\":1506,\"municipalities\":1,\"of\":2");
  }

  @Test
  void a_correction_is_told_with_old_and_new_figures_and_its_reason() {
    show(
        SmallDay.report(5, "adorf-1", 374, 126),
        SmallDay.correction(38, "adorf-1", 374, 126, 27, "Zahlendreher"));
    String sentence =
        "18:38 Uhr · Adorf, Bezirk 1: D1 347 statt 374, D2 153 statt 126. Zahlendreher";
    assertThat(http.text(BUND + "wk-1")).contains("Eine Korrektur", sentence);
    assertThat(http.text(BUND + "wk-2")).contains("Keine Korrektur");
    assertThat(http.text(DAY + "corrections")).contains("D1 347 statt 374", "Zahlendreher");
    assertThat(http.text(BUND + "adorf-1"))
        .contains("D1 347 statt 374", "<td class=\"num\">347</td>");
  }

  @Test
  void a_withdrawn_and_a_merged_district_say_so() {
    show(
        SmallDay.report(5, "adorf-1", 300, 200),
        new Withdrawn(LATE, "bundestagswahl", "adorf-1", "falscher Bezirk"),
        new Merged(LATE, "bundestagswahl", "adorf-2", "adorf-1", "zu wenige Stimmen"));
    assertThat(http.text(DAY + "corrections"))
        .contains("falscher Bezirk", "Es zählt mit: Adorf, Bezirk 1");
    assertThat(http.text(BUND + "adorf-2"))
        .contains("Diesen Wahlbezirk zählt mit:", BUND + "adorf-1", "nicht einzeln gezählt")
        .doesNotContain("Noch hat kein Wahlbezirk gemeldet", "<table class=\"result\"");
    assertThat(http.text(BUND + "wk-1")).contains("0 von 2 Wahlbezirken");
  }

  @Test
  void a_referendum_says_whether_its_quorum_is_reached() {
    show(SmallDay.answer(5, "adorf-1", 260, 120));
    assertThat(http.text(DAY + "freibad/"))
        .contains("Soll das Freibad bleiben?", "Quorum 20\u00a0% = 600", "68,4\u00a0%")
        .contains("das Quorum ist noch nicht erreicht", "fehlen 340 Ja-Stimmen");
    show(SmallDay.answer(6, "adorf-2", 260, 120), SmallDay.answer(7, "adorf-b", 260, 120));
    assertThat(http.text(DAY)).contains("Ja, und das Quorum ist erreicht.");
    assertThat(http.text(DAY + "freibad.json"))
        .contains("\"decision\":\"YES\"", "\"quorum\":600", "\"entitled\":3000");
  }

  @Test
  void a_tie_leads_nobody() {
    show(SmallDay.report(5, "adorf-1", 250, 250));
    assertThat(http.text(BUND + "wk-1")).contains("Gleichstand", "zwischen ROT, GELB");
    assertThat(http.text(BUND + "wk-1.json")).contains("\"leading\":null");
  }

  @Test
  void a_rehearsal_is_marked_on_every_page() {
    for (String page : addresses().subList(3, 11)) {
      assertThat(http.text(page))
          .as(page)
          .contains(
              "<b>PROBE</b>", "(PROBE)</title>", "<meta name=\"robots\" content=\"noindex\">");
    }
    assertThat(http.text("/robots.txt")).contains("Disallow: " + DAY);
  }

  @Test
  void a_page_knows_neither_host_nor_port() {
    show(SmallDay.night());
    for (String page : addresses()) {
      assertThat(http.text(page))
          .as(page)
          .doesNotContain("localhost", "127.0.0.1", Integer.toString(node.port()));
    }
  }

  @Test
  void the_colours_of_parties_come_from_the_definition() {
    String page = http.text(BUND + "wk-1");
    String css = page.replaceFirst("(?s).*href=\"(/[^\"]*/parties\\.[0-9a-f]{8}\\.css)\".*", "$1");
    assertThat(http.text(css))
        .contains(".p1{--p:#E3000F;--on-p:#fff}", ".p2{--p:#FFED00;--on-p:#000}")
        .contains(":root[data-theme=\"dark\"] .p1{--p:#FF4D5A")
        .doesNotContain(".p3");
    assertThat(http.get(DAY + "parties.00000000.css").statusCode()).isEqualTo(404);
  }
}
