package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.RehearsalToken;

/** To enrol, to log in, to stay logged in, to be shut out. */
class AccessTest {
  private static final String DAY = "/tag/" + TestOffice.DAY;

  @TempDir static Path data;
  static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    office.person();
    office.submit(DAY + "/uhr", Map.of("zeit", "18:05"));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static List<String> column(String sql) {
    try (Connection connection = DriverManager.getConnection(office.database);
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> values = new java.util.ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_first_link_opens_once_and_is_kept_as_a_hash(@TempDir Path fresh) {
    try (TestOffice empty = TestOffice.start(fresh)) {
      URI old = empty.office.firstLink().orElseThrow();
      URI link = empty.office.firstLink().orElseThrow();
      TestPerson person = new TestPerson(empty);
      assertThat(person.get(old.getPath()).statusCode()).as("replaced").isEqualTo(410);
      assertThat(person.get("/enrol/erfunden").statusCode()).isEqualTo(410);
      Map<String, String> who = Map.of("name", "Erika", "login", "erika");
      assertThat(person.enrol(link.getPath(), who).statusCode()).isEqualTo(303);
      assertThat(person.get("/").statusCode()).isEqualTo(200);
      assertThat(new TestPerson(empty).get(link.getPath()).statusCode()).isEqualTo(410);
      assertThat(empty.office.firstLink()).isEmpty();
    }
  }

  @Test
  void what_is_wrong_with_an_enrolment_is_said_and_nothing_is_used_up(@TempDir Path fresh) {
    try (TestOffice empty = TestOffice.start(fresh)) {
      String link = empty.office.firstLink().orElseThrow().getPath();
      TestPerson person = new TestPerson(empty);
      Map<String, String> fields = new HashMap<>();
      fields.put("name", "Erika");
      fields.put("login", "x");
      fields.put("password", "Ofenrohr kichert violett");
      fields.put("code", "000000");
      assertThat(person.submit(link, link, fields).body()).contains("2 bis 64 Zeichen");
      fields.put("login", "erika");
      assertThat(person.submit(link, link, fields).body()).contains("Einmalcode stimmt nicht");
      fields.put("password", "Passwort1234");
      HttpResponse<String> common = person.submit(link, link, fields);
      assertThat(common.statusCode()).isEqualTo(422);
      assertThat(common.body()).contains("zuerst geraten", "value=\"Erika\"");
      assertThat(person.enrol(link, Map.of("name", "Erika", "login", "erika")).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void nothing_secret_is_readable_in_the_database() {
    assertThat(column("SELECT hash FROM password"))
        .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertThat(column("SELECT encode(sha256, 'escape') FROM api_token"))
        .noneMatch(stored -> stored.contains(office.token));
    assertThat(column("SELECT length(secret) FROM password")).allMatch(n -> n.equals("48"));
  }

  @Test
  void without_a_log_in_pages_ask_for_one_and_programs_are_refused() {
    TestPerson stranger = new TestPerson(office);
    for (String path : List.of("/", DAY, DAY + "/bundestagswahl/05999004-0001", "/personen")) {
      HttpResponse<String> answer = stranger.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("location")).get().asString().startsWith("/anmelden");
    }
    for (String token : List.of("", "falsch", office.token + "x")) {
      HttpResponse<String> answer =
          TestOffice.send(
              HttpRequest.newBuilder(URI.create(office.at("/api/days")))
                  .header("Authorization", "Bearer " + token)
                  .build());
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("TOKEN_MISSING");
    }
    assertThat(stranger.get("/nirgends").statusCode()).isEqualTo(404);
  }

  @Test
  void a_log_in_takes_name_password_and_a_code_that_was_not_used() {
    TestPerson again = person("c.probe", "Carla Probe", "reader");
    Map<String, String> fields = new HashMap<>();
    fields.put("login", "c.probe");
    fields.put("password", TestPerson.PASSWORD);
    fields.put("code", again.app().again());
    TestPerson other = new TestPerson(office);
    assertThat(other.submit("/anmelden", "/anmelden", fields).statusCode())
        .as("a code that was used")
        .isEqualTo(422);
    fields.put("code", again.app().code());
    fields.put("password", "Ofenrohr kichert violette");
    assertThat(other.submit("/anmelden", "/anmelden", fields).body())
        .contains("Anmeldename, Kennwort oder Einmalcode stimmt nicht", "value=\"c.probe\"");
    fields.put("password", TestPerson.PASSWORD);
    String before = other.cookies().toString();
    assertThat(other.submit("/anmelden", "/anmelden", fields).statusCode()).isEqualTo(303);
    assertThat(other.cookies().toString()).as("the session's id changes").isNotEqualTo(before);
    assertThat(other.get("/konto").body()).contains("Carla Probe", "Lesen");
  }

  @Test
  void attempts_are_limited_per_name_whatever_the_session() {
    Map<String, String> fields = Map.of("login", "geraten", "password", "x", "code", "1");
    for (int i = 0; i < 10; i++) {
      TestPerson guesser = new TestPerson(office);
      assertThat(guesser.submit("/anmelden", "/anmelden", fields).statusCode()).isEqualTo(422);
    }
    HttpResponse<String> slow = new TestPerson(office).submit("/anmelden", "/anmelden", fields);
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(slow.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void a_form_without_its_guard_or_from_elsewhere_changes_nothing() {
    TestPerson person = office.person();
    assertThat(person.post("/abmelden", Map.of()).statusCode()).isEqualTo(403);
    assertThat(person.post("/abmelden", Map.of("_csrf", "x")).statusCode()).isEqualTo(403);
    assertThat(person.get("/konto").statusCode()).isEqualTo(200);
  }

  @Test
  void what_was_typed_survives_the_end_of_the_session() {
    TestPerson person = person("d.probe", "Dora Probe", "lead");
    String page = DAY + "/bundestagswahl/05999004-0011";
    Map<String, String> typed = new HashMap<>(TestOffice.typed(641));
    typed.put("key", "gehalten");
    person.cookies().clear();
    HttpResponse<String> sent = person.post(page + "/freigabe", typed);
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(person.get("/anmelden").body()).contains("Ihre Eingaben sind noch da");
    HttpResponse<String> login = person.logIn("d.probe");
    assertThat(login.headers().firstValue("location")).hasValue("/anmelden/weiter");
    String held = person.get("/anmelden/weiter").body();
    assertThat(held).contains("action=\"" + page + "/freigabe\"", "name=\"B\" value=\"641\"");
    assertThat(person.submit("/anmelden/weiter", page + "/freigabe", typed).headers().map())
        .containsEntry("location", List.of(page + "/beleg"));
    assertThat(office.get(TestOffice.federal("0011")).body()).contains("\"B\":641");
  }

  @Test
  void a_session_ends_after_thirty_minutes_without_use() {
    TestPerson person = person("e.probe", "Emil Probe", "reader");
    assertThat(column("SELECT DISTINCT max_inactive_interval FROM spring_session"))
        .containsExactly("1800");
    TestDatabases.execute(
        office.database,
        "UPDATE spring_session SET last_access_time = last_access_time - 1801000,"
            + " expiry_time = expiry_time - 1801000 WHERE principal_name = 'e.probe'");
    assertThat(person.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void whoever_is_shut_out_is_out_at_once() {
    TestPerson person = person("f.probe", "Frieda Probe", "reader");
    assertThat(person.get("/").statusCode()).isEqualTo(200);
    String id = column("SELECT id FROM person WHERE login = 'f.probe'").getFirst();
    office.submit("/personen/" + id, Map.of("do", "shut"));
    assertThat(person.get("/").statusCode()).isEqualTo(303);
    office.submit("/personen/" + id, Map.of("do", "open"));
    assertThat(person.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_lost_access_is_restored_by_two() {
    TestPerson lost = person("g.probe", "Gerd Probe", "reader");
    TestPerson second = person("h.probe", "Hanna Probe", "administrator");
    String page = "/personen/" + column("SELECT id FROM person WHERE login = 'g.probe'").getFirst();
    assertThat(office.submit(page, Map.of("do", "link")).statusCode())
        .as("no link for one alone")
        .isEqualTo(422);
    office.submit(page, Map.of("do", "ask", "reason", "Telefon verloren"));
    assertThat(office.submit(page, Map.of("do", "agree")).statusCode())
        .as("not by the one who asked")
        .isEqualTo(422);
    String shown = second.submit(page, Map.of("do", "agree")).body();
    assertThat(shown).contains("Link für Gerd Probe");
    TestPerson fresh = new TestPerson(office);
    assertThat(lost.logIn("g.probe").statusCode()).as("the old way").isEqualTo(422);
    assertThat(fresh.enrol(link(shown), Map.of()).statusCode()).isEqualTo(303);
    assertThat(fresh.get("/konto").body()).contains("Gerd Probe");
  }

  @Test
  void a_report_may_be_entered_by_one_and_released_by_another() {
    TestPerson clerk = person("i.probe", "Ida Probe", "capture");
    TestPerson releaser = person("j.probe", "Jan Probe", "release");
    String page = DAY + "/bundestagswahl/05999004-0012";
    Map<String, String> typed = new HashMap<>(TestOffice.typed(642));
    typed.put("key", "erfasst");
    assertThat(clerk.submit(page + "/freigabe", typed).statusCode()).isEqualTo(403);
    assertThat(clerk.submit(page, typed).statusCode()).isEqualTo(303);
    assertThat(office.get(TestOffice.federal("0012")).body()).contains("submitted");
    assertThat(releaser.get(page).body()).contains("value=\"642\"", page + "/freigabe");
    typed.put("key", "freigegeben");
    assertThat(releaser.submit(page + "/freigabe", typed).statusCode()).isEqualTo(303);
    assertThat(office.get(TestOffice.federal("0012")).body()).contains("released");
  }

  @Test
  void releasing_asks_for_a_fresh_proof_and_keeps_what_was_typed(@TempDir Path fresh) {
    try (TestOffice own = TestOffice.start(fresh)) {
      TestPerson person = own.person();
      person.submit(DAY + "/uhr", Map.of("zeit", "18:05"));
      String page = DAY + "/bundestagswahl/05999004-0013";
      Map<String, String> typed = new HashMap<>(TestOffice.typed(643));
      typed.put("key", "bestaetigt");
      own.clock.forward(Duration.ofMinutes(16));
      HttpResponse<String> sent = person.submit(page + "/freigabe", typed);
      assertThat(sent.headers().firstValue("location")).hasValue("/anmelden/bestaetigen");
      String confirm = "/anmelden/bestaetigen";
      assertThat(person.submit(confirm, Map.of("code", "000000")).statusCode()).isEqualTo(422);
      assertThat(person.submit(confirm, Map.of("code", person.app().code())).headers().map())
          .containsEntry("location", List.of("/anmelden/weiter"));
      assertThat(person.get("/anmelden/weiter").body()).contains("name=\"B\" value=\"643\"");
      assertThat(person.submit(page + "/freigabe", typed).headers().map())
          .containsEntry("location", List.of(page + "/beleg"));
      own.clock.forward(Duration.ofHours(12));
      assertThat(person.get("/").statusCode()).as("twelve hours are the longest").isEqualTo(303);
    }
  }

  @Test
  void a_rehearsals_token_lies_where_its_user_finds_it_and_goes_with_the_office(
      @TempDir Path fresh) {
    int port;
    try (TestOffice rehearsal = TestOffice.start(fresh)) {
      port = rehearsal.office.port();
      Optional<String> token = RehearsalToken.find(port);
      assertThat(token).isPresent();
      HttpResponse<String> answer =
          TestOffice.send(
              HttpRequest.newBuilder(URI.create(rehearsal.at("/api/days")))
                  .header("Authorization", "Bearer " + token.orElseThrow())
                  .build());
      assertThat(answer.body()).contains(TestOffice.DAY);
    }
    assertThat(RehearsalToken.find(port)).isEmpty();
  }

  /** Invites somebody and lets them enrol. */
  static TestPerson person(String login, String name, String role) {
    return TestPerson.invited(office, login, name, role, "1");
  }

  private static String link(String page) {
    return TestPerson.link(page);
  }
}
