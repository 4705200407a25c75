package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  private static final String SOUND = TestOffice.report(640);
  private static final String DISTRICT = TestOffice.federal("0001");

  @TempDir static Path data;
  static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
  }

  @AfterAll
  static void close() {
    assertThat(office.get(DISTRICT).body()).contains("\"state\":\"missing\"");
    office.close();
  }

  private static void refused(HttpResponse<String> answer, String code) {
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "B":640      | "B":1e3                    | F9
          "B":640      | "B":640.5                  | F9
          "B":640      | "B":640.0                  | F9
          "B":640      | "B":"640"                  | F9
          "B":640      | "B":-1                     | F9
          "B":640      | "B":9223372036854775808    | F9
          "B":640      | "B":1e999                  | BODY_UNREADABLE
          "B":640      | "B":null                   | F9
          "B":640      | "B":true                   | F9
          "B":640      | "B":{"x":1}                | F9
          "B":640      | "B":2147483648             | F9
          "B":640      | "B":[1,2]                  | F9
          "B":640      | "B":1200                   | F8
          "B":640      | "B":641                    | F1
          "B":640      | "B":640,"B":640            | BODY_UNREADABLE
          "B":640      | "B":0640                   | BODY_UNREADABLE
          "B":640,     |                            | F10
          "B":640      | "B":640,"D3":0             | F10
          "B":640      | "B":640,"G7":0             | F10
          "B":640      | "B":640,"b2":0             | BODY_UNREADABLE
          "B":640      | "B":640,"A":1161           | F6
          "B1":3       | "B1":700                   | F7
          "D1":634     | "D1":633                   | F3
          "F1":640     | "F1":639                   | F4
          "E":0        | "E":1                      | F2
          "nord"       | "west"                     | AUTHORITY_UNKNOWN
          "nord"       | 7                          | BODY_UNREADABLE
          "nord"       | "sued"                     | DISTRICT_OF_OTHER_AUTHORITY
          "authority"  | "behoerde"                 | BODY_UNREADABLE
          {"authority" | {"subtotals":{"D1":[600,30,3]},"authority"    | F5
          {"authority" | {"subtotals":{"D1":[1,2,3,4]},"authority"     | BODY_UNREADABLE
          {"authority" | {"subtotals":{"D3":[1]},"authority"           | F10
          {"authority" | {"reason":"warum","authority"                 | BODY_UNREADABLE
          }            | ``                         | BODY_UNREADABLE
          """)
  void a_report_that_cannot_be_right_is_refused_with_its_code(
      String sound, String broken, String code) {
    String body =
        SOUND.replaceFirst(
            Pattern.quote(sound), broken == null ? "" : Matcher.quoteReplacement(broken));
    assertThat(body).isNotEqualTo(SOUND);
    refused(office.post(DISTRICT + "/report?release=true", body), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1234567890123456789012 | ist zu groß
          9007199254740993       | ist zu groß
          12.50                  | ist keine ganze Zahl ab 0
          640.0                  | ist keine ganze Zahl ab 0
          1e3                    | ist keine ganze Zahl ab 0
          -0.10                  | ist keine ganze Zahl ab 0
          "zwölf"                | ist keine ganze Zahl ab 0
          """)
  void a_refusal_shows_the_digits_that_were_sent(String sent, String why) {
    HttpResponse<String> answer =
        office.post(DISTRICT + "/report?release=true", SOUND.replace("\"B\":640", "\"B\":" + sent));
    String shown = sent.replace("\"", "\\\"");
    assertThat(answer.body()).contains("B = „" + shown + "“ " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``
          null
          []
          "text"
          {"figures":{}}x
          {"authority":"nord"}
          {"authority":"nord","figures":[]}
          {"authority":"nord","figures":{"A1":
          {"authority":"nord\\u0000","figures":{}}
          {"authority":"\\ud800","figures":{}}
          {"authority":"nord","figures":{"\\ud800":1}}
          """)
  void a_body_that_is_no_report_is_refused_as_unreadable(String body) {
    refused(office.post(DISTRICT + "/report", body == null ? "" : body), "BODY_UNREADABLE");
  }

  @Test
  void a_deeply_nested_body_is_refused() {
    refused(
        office.post(DISTRICT + "/report", "[".repeat(30_000) + "]".repeat(30_000)),
        "BODY_UNREADABLE");
  }

  @Test
  void a_body_of_ten_megabytes_is_refused_before_it_is_read() {
    HttpResponse<String> answer = office.post(DISTRICT + "/report", " ".repeat(10_000_000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("BODY_TOO_LONG");
  }

  @Test
  void addresses_that_do_not_exist_are_refused_with_what_is_unknown() {
    refused(
        office.post("/api/2017-09-25/bundestagswahl/05999004-0001/report", SOUND), "DAY_UNKNOWN");
    refused(
        office.post(TestOffice.district("landtagswahl", "05999004-0001") + "/report", SOUND),
        "ELECTION_UNKNOWN");
    refused(office.post(TestOffice.federal("9999") + "/report", SOUND), "DISTRICT_UNKNOWN");
    refused(
        office.post(TestOffice.district("freibad", "05999004-0060") + "/report", SOUND),
        "DISTRICT_UNKNOWN");
    refused(
        office.post(TestOffice.district("bundestagswahl", "05999004") + "/report", SOUND),
        "DISTRICT_UNKNOWN");
    assertThat(office.get(TestOffice.federal("9999")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_district_that_another_one_counts_reports_nothing() {
    refused(office.post(TestOffice.federal("Z01") + "/report", SOUND), "DISTRICT_MERGED");
  }

  @Test
  void a_district_of_another_authority_is_refused() {
    refused(
        office.post(TestOffice.federal("N01") + "/report", SOUND), "DISTRICT_OF_OTHER_AUTHORITY");
  }

  @Test
  void a_request_needs_an_idempotency_key() {
    refused(
        office.post(DISTRICT + "/report", SOUND, "Rehearsal-Time", TestOffice.AFTER_CLOSE),
        "KEY_MISSING");
    refused(office.post(DISTRICT + "/report", "k".repeat(201), SOUND), "KEY_MISSING");
    refused(office.post(DISTRICT + "/report", "zwei worte", SOUND), "KEY_MISSING");
  }

  @Test
  void a_correction_needs_a_reason_and_a_difference() {
    String path = TestOffice.federal("0002");
    office.post(path + "/report?release=true", SOUND);
    refused(office.post(path + "/correction", SOUND), "REASON_MISSING");
    refused(
        office.post(path + "/correction", TestOffice.report(650, ",\"reason\":\"  \"")),
        "REASON_MISSING");
    refused(
        office.post(path + "/correction", TestOffice.report(640, ",\"reason\":\"x\"")),
        "NOTHING_CHANGED");
    refused(
        office.post(
            path + "/correction",
            TestOffice.report(650, ",\"reason\":\"" + "x".repeat(501) + "\"")),
        "BODY_UNREADABLE");
  }

  @Test
  void a_report_must_fit_the_closing_certificate() {
    refused(office.post(TestOffice.federal("0060") + "/report", SOUND), "F11");
  }

  @Test
  void a_postal_district_reports_no_eligible_voters() {
    refused(office.post(TestOffice.federal("B01") + "/report", SOUND), "F7");
  }

  @Test
  void a_time_that_cannot_be_is_refused() {
    for (String time : new String[] {"jetzt", "2017-09-24", "2031-09-24T18:00:00+02:00"}) {
      refused(
          office.post(DISTRICT + "/report", SOUND, "Idempotency-Key", "k", "Rehearsal-Time", time),
          "TIME_UNREADABLE");
    }
  }

  @Test
  void what_lies_nowhere_answers_in_the_language_of_the_caller() {
    HttpResponse<String> api = office.get("/api/nirgends");
    assertThat(api.statusCode()).isEqualTo(404);
    assertThat(api.body())
        .isEqualTo("{\"code\":\"NOT_FOUND\",\"text\":\"Unter dieser Adresse liegt nichts.\"}");
    HttpResponse<String> page = office.get("/nirgends");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Diese Seite gibt es nicht");
    assertThat(office.get(DISTRICT + "/report").statusCode()).isEqualTo(405);
    assertThat(office.get("/api/days/%00").statusCode()).isEqualTo(400);
  }
}
