package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles: for one day or election, and how far an administrator's reach goes. */
class RolesTest {
  private static final String DAY = "/tag/" + TestOffice.DAY;

  @TempDir static Path data;
  static TestOffice office;
  static String north;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    office.person();
    office.submit(DAY + "/uhr", Map.of("zeit", "18:05"));
    north = value("SELECT id FROM tenant WHERE key = 'nord'");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static String value(String sql) {
    return TestDatabases.value(office.database, sql);
  }

  private static String page(String login) {
    return "/personen/" + value("SELECT id FROM person WHERE login = '%s'".formatted(login));
  }

  /** Somebody of the northern authority whose only role holds for this day or election. */
  private static TestPerson limited(String login, String role, String occasion) {
    TestPerson person = TestPerson.invited(office, login, login, "reader", north);
    String page = page(login);
    assertThat(
            office
                .submit(
                    page, Map.of("do", "give", "role", role, "tenant", north, "occasion", occasion))
                .statusCode())
        .isEqualTo(303);
    return person;
  }

  @Test
  void a_role_for_one_election_holds_for_no_other() {
    String other =
        value("SELECT min(election) FROM counted_district WHERE election <> 'bundestagswahl'");
    TestPerson person = limited("nur.eine", "lead", TestOffice.DAY + "/" + other);
    Map<String, String> typed = new HashMap<>(TestOffice.typed(640));
    typed.put("key", "nur-eine");
    assertThat(person.submit(DAY + "/bundestagswahl/05999004-0001/freigabe", typed).statusCode())
        .isEqualTo(403);
    String district =
        value(
            "SELECT min(district) FROM counted_district WHERE election = '%s' AND tenant = %s"
                .formatted(other, north));
    assertThat(person.submit(DAY + "/" + other + "/" + district + "/freigabe", typed).statusCode())
        .as("there its figures are looked at")
        .isNotEqualTo(403);
  }

  @Test
  void an_auditor_of_one_day_reads_of_that_day_only() {
    TestPerson auditor = limited("nur.tag", "auditor", TestOffice.DAY);
    office.post(TestOffice.federal("0003/report?release=true"), TestOffice.report(640));
    String shown = auditor.get("/protokoll").body();
    assertThat(shown)
        .contains("Testprogramm gibt Bezirk 0003")
        .doesNotContain("richtet den Zugang");
    assertThat(auditor.get("/protokoll.csv").body())
        .contains("Testprogramm gibt Bezirk 0003")
        .doesNotContain("richtet den Zugang");
  }

  @Test
  void a_day_that_does_not_exist_or_is_foreign_cannot_be_chosen() {
    TestPerson.invited(office, "ohne.tag", "Ohne Tag", "reader", north);
    assertThat(
            office
                .submit(
                    page("ohne.tag"),
                    Map.of("do", "give", "role", "lead", "tenant", north, "occasion", "1999-01-01"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void nobody_gets_hold_of_somebody_who_may_do_more_elsewhere() {
    TestPerson small = TestPerson.invited(office, "klein", "Kleine", "administrator", north);
    TestPerson.invited(office, "gross", "Große", "reader", north);
    String page = page("gross");
    office.submit(
        page, Map.of("do", "give", "role", "administrator", "tenant", "1", "occasion", ""));
    assertThat(small.get(page).body()).contains("alle Behörden verwaltet");
    for (String what : List.of("shut", "ask", "agree", "link")) {
      assertThat(small.submit(page, Map.of("do", what, "reason", "Grund")).body())
          .as(what)
          .contains("Rollen an Behörden, die Sie nicht verwalten");
    }
    String beyond =
        value(
            "SELECT a.id FROM assignment a JOIN person p ON p.id = a.person"
                + " WHERE p.login = 'gross' AND a.tenant = 1");
    assertThat(small.submit(page, Map.of("do", "take", "assignment", beyond)).statusCode())
        .isEqualTo(422);
    assertThat(value("SELECT count(*) FROM assignment WHERE id = " + beyond)).isEqualTo("1");
  }

  @Test
  void people_are_found_by_name_log_in_and_authority() {
    TestPerson.invited(office, "q.suche", "Quentin Suche", "reader", north);
    assertThat(office.get("/personen?suche=QUENTIN").body())
        .contains("q.suche")
        .doesNotContain("/personen/1\"");
    assertThat(office.get("/personen?suche=q.such").body()).contains("Quentin Suche");
    assertThat(office.get("/personen?suche=niemand").body()).contains("Niemand passt");
  }

  @Test
  void logging_out_after_the_session_has_ended_is_nothing_that_waits() {
    TestPerson person = TestPerson.invited(office, "zu.spaet", "Zu Spät", "reader", north);
    person.cookies().clear();
    assertThat(person.post("/abmelden", Map.of()).statusCode()).isEqualTo(303);
    assertThat(person.logIn("zu.spaet").headers().firstValue("location")).hasValue("/");
  }
}
