package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPagesTest {
  private static final String DAY = "/tag/" + TestOffice.DAY;
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  @TempDir static Path data;
  static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    assertThat(office.get(DAY).body()).contains("Uhr dieser Probe: 24. September 2017, 00:00 Uhr");
    assertThat(office.submit(DAY + "/uhr", Map.of("zeit", "18:05")).statusCode()).isEqualTo(303);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static String page(String number) {
    return DAY + "/bundestagswahl/05999004-" + number;
  }

  /** Opens the form, types these fields and sends it. */
  private static HttpResponse<String> type(String number, Map<String, String> fields) {
    Matcher key = KEY.matcher(office.get(page(number)).body());
    assertThat(key.find()).isTrue();
    Map<String, String> all = new HashMap<>(fields);
    all.put("key", key.group(1));
    return office.submit(page(number) + "/freigabe", all);
  }

  private static Map<String, String> with(Map<String, String> fields, String... changes) {
    Map<String, String> changed = new HashMap<>(fields);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    return changed;
  }

  @Test
  void days_lead_to_districts_and_districts_to_the_form() {
    assertThat(office.get("/").body()).contains("href=\"" + DAY + "\"", "PROBE");
    assertThat(office.get(DAY).body())
        .contains("href=\"" + page("0001") + "\"", "Bezirk 0001", "von 63 freigegeben");
    assertThat(office.get(DAY + "?suche=waldhof").body())
        .contains("1 gefunden", "wird mitgezählt")
        .doesNotContain("Bezirk 0001");
    assertThat(office.get(DAY + "?wahl=freibad&stand=missing").body()).contains("6 gefunden");
  }

  @Test
  void the_form_has_the_letters_of_the_paper_in_their_order() {
    assertThat(office.get(page("0001")).body())
        .containsSubsequence(
            "name=\"A1\"",
            "name=\"A2\"",
            "name=\"B\"",
            "name=\"B1\"",
            "name=\"C\"",
            "name=\"D1\"",
            "name=\"D2\"",
            "name=\"D4\"",
            "name=\"D\"",
            "name=\"E\"",
            "name=\"F1\"",
            "name=\"F3\"",
            "name=\"F\"")
        .doesNotContain("name=\"D3\"");
    assertThat(office.get(page("B01")).body()).contains("name=\"B1\"").doesNotContain("\"A1\"");
    assertThat(office.get(page("Z01")).body())
        .contains("wird von 05999004-0001 mitgezählt")
        .doesNotContain("<form class=\"report\"");
  }

  @Test
  void a_sound_report_is_released_and_has_a_receipt() {
    HttpResponse<String> sent = type("0002", TestOffice.typed(640));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("location")).hasValue(page("0002") + "/beleg");
    assertThat(office.get(page("0002") + "/beleg").body())
        .contains("Freigegeben", "18:05 Uhr", "Bezirk 0002", "href=\"" + page("0003") + "\"")
        .containsPattern("<dt>Eintrag</dt><dd>\\d+</dd>");
    assertThat(office.get(page("0001") + "/beleg").statusCode()).isEqualTo(404);
  }

  @Test
  void a_wrong_report_comes_back_with_everything_that_was_typed() {
    HttpResponse<String> sent =
        type("0004", with(TestOffice.typed(640), "D2", "17", "E", "dr\"ei<b>"));
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body())
        .contains("1 Angaben stimmen nicht".replace("1 Angaben stimmen", "Eine Angabe stimmt"))
        .contains("href=\"#f-E\"", "value=\"17\"", "value=\"950\"", "value=\"dr&#34;ei&lt;b>\"")
        .contains("aria-invalid=\"true\"")
        .doesNotContain("<b>\"");
    assertThat(office.get(TestOffice.federal("0004")).body()).contains("missing");
  }

  @Test
  void a_form_that_is_sent_twice_counts_once() {
    Map<String, String> fields = with(TestOffice.typed(640), "key", "doppelt");
    assertThat(office.submit(page("0005") + "/freigabe", fields).statusCode()).isEqualTo(303);
    assertThat(office.submit(page("0005") + "/freigabe", fields).statusCode()).isEqualTo(303);
  }

  @Test
  void whoever_comes_second_is_told_and_keeps_what_was_typed() {
    Map<String, String> fields = with(TestOffice.typed(640), "key", "erste");
    office.submit(page("0006") + "/freigabe", fields);
    HttpResponse<String> second =
        office.submit(page("0006") + "/freigabe", with(TestOffice.typed(655), "key", "zweite"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("hat schon gemeldet", "value=\"655\"");
  }

  @Test
  void a_released_report_is_corrected_with_a_reason() {
    type("0007", TestOffice.typed(640));
    assertThat(office.get(page("0007")).body()).contains("Berichtigung", "value=\"640\"");
    Map<String, String> corrected = with(TestOffice.typed(650), "action", "correct");
    HttpResponse<String> without = type("0007", corrected);
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("braucht einen Grund", "value=\"650\"");
    HttpResponse<String> sent = type("0007", with(corrected, "reason", "Zählfehler – „W“"));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(office.get(TestOffice.federal("0007")).body()).contains("\"B\":650");
    Await.until(
        "the reason is signed as it was typed",
        () -> office.entries(0).toString().contains("Zählfehler – „W“"));
  }

  @Test
  void a_submitted_report_can_be_looked_through_changed_and_released() {
    office.post(TestOffice.federal("0008/report"), TestOffice.report(640));
    assertThat(office.get(page("0008")).body()).contains("noch nicht freigegeben", "value=\"640\"");
    assertThat(type("0008", TestOffice.typed(645)).statusCode()).isEqualTo(303);
    assertThat(office.get(TestOffice.federal("0008")).body())
        .contains("\"state\":\"released\"", "\"B\":645");
  }
}
