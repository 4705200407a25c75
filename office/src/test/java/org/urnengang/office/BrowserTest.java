package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.access.Authenticator;
import org.urnengang.office.access.Route;
import org.urnengang.office.platform.OfficeAddress;

/**
 * People with Chromium, each with an authenticator of their own: they enrol, are invited, log in in
 * each way, and every page they come to is looked at by axe-core.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
  private static final String DISTRICT = "/tag/" + TestOffice.DAY + "/bundestagswahl/05999004-0001";
  private static final String ENROLLED = "button:has-text('Passkey anlegen')";

  /** Pages that are not looked at here, and addresses that are no pages. */
  private static final String ELSEWHERE =
      "/(api/|assets/|oauth2/|login/oauth2/|error|vorbereitung|protokoll\\.csv"
          + "|tag/\\{day}/waehlerverzeichnis).*";

  @TempDir static Path data;
  static MockOAuth2Server issuer;
  static TestOffice office;
  static Chromium chromium;
  static Authenticator app;
  static Set<String> seen = new TreeSet<>();
  static Page anna;
  static Page bernd;
  static Page olga;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    issuer = TestIssuer.create();
    issuer.start();
    office =
        TestOffice.start(
            new OfficeSettings(
                OfficeAddress.local(0),
                data,
                List.of(TestOffice.election("probe")),
                Optional.of(TestDatabases.create()),
                List.of(),
                Optional.of(
                    new Accounts(
                        issuer.issuerUrl("stadt").toString(),
                        "urnengang",
                        Optional.of("geheim")))));
    app = new Authenticator(office.clock);
    anna = chromium.person();
    bernd = chromium.person();
    olga = chromium.person();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      office.close();
      issuer.shutdown();
    }
  }

  /** Has axe-core look at the page that somebody is on. */
  private static void look(Page page) {
    String path = URI.create(page.url()).getPath();
    pages().stream()
        .filter(route -> route.pattern().matches(PathContainer.parsePath(path)))
        .forEach(route -> seen.add(route.pattern().getPatternString()));
    assertThat(Chromium.violations(page)).as(page.url() + " " + page.title()).isEmpty();
  }

  private static void look(Page page, String path) {
    page.navigate(office.at(path));
    look(page);
  }

  /** The routes that are pages. */
  private static List<Route> pages() {
    return office.office.routes().stream()
        .filter(route -> route.method().equals("GET"))
        .filter(route -> !route.pattern().getPatternString().matches(ELSEWHERE))
        .toList();
  }

  @Test
  @Order(1)
  void the_first_person_enrols_with_a_passkey() {
    anna.navigate(office.office.firstLink().orElseThrow().toString());
    look(anna);
    anna.fill("#name", "Anna Beispiel");
    anna.fill("#login", "x");
    anna.click("button:has-text('Passkey anlegen')");
    anna.waitForSelector(".alert");
    look(anna);
    anna.fill("#login", "a.beispiel");
    anna.click(ENROLLED);
    anna.waitForURL("**/passkey");
    look(anna);
    anna.click(ENROLLED);
    anna.waitForURL(office.at("/"));
    look(anna, "/konto/passkey");
    look(anna, "/konto");
    assertThat(anna.content()).contains("Anna Beispiel", "Passkey", "Wahlleitung");
  }

  @Test
  @Order(2)
  void whoever_has_a_passkey_logs_in_with_it() {
    anna.navigate(office.at("/konto"));
    anna.click("main button:has-text('Abmelden')");
    anna.waitForURL("**/anmelden");
    look(anna);
    anna.navigate(office.at("/personen"));
    assertThat(anna.url()).endsWith("/anmelden?nach=%2Fpersonen");
    anna.click("button:has-text('Mit Passkey anmelden')");
    anna.waitForURL(office.at("/personen"));
    assertThat(anna.content()).contains("Person einladen");
  }

  /** Anna invites somebody; the link that she is shown. */
  private static String invite(String name, String login, String role) {
    anna.navigate(office.at("/personen"));
    anna.fill("#name", name);
    anna.fill("#login", login);
    anna.selectOption("#role", role);
    anna.click("button:has-text('Einladen')");
    anna.waitForURL(office.at("/personen"));
    assertThat(anna.content()).contains("Link für " + name);
    look(anna);
    return anna.textContent(".secret").strip();
  }

  @Test
  @Order(3)
  void somebody_is_invited_and_logs_in_with_password_and_code() {
    bernd.navigate(invite("Bernd Muster", "b.muster", "lead"));
    app.learn(bernd.textContent(".secret"));
    bernd.fill("#password", TestPerson.PASSWORD);
    bernd.fill("#code", app.code());
    bernd.click("button:has-text('Zugang einrichten')");
    bernd.waitForURL(office.at("/"));
    bernd.click("header button:has-text('Abmelden')");
    bernd.waitForURL("**/anmelden");
    logIn(bernd, "000000");
    bernd.waitForSelector(".alert.bad");
    look(bernd);
    logIn(bernd, app.code());
    bernd.waitForURL(office.at("/"));
  }

  private static void logIn(Page page, String code) {
    page.fill("#login", "b.muster");
    page.fill("#password", TestPerson.PASSWORD);
    page.fill("#code", code);
    page.click("button:text-is('Anmelden')");
  }

  @Test
  @Order(4)
  void somebody_is_invited_and_logs_in_with_an_account_elsewhere() {
    olga.navigate(invite("Olga Konto", "o.konto", "auditor"));
    look(olga);
    olga.click("button:has-text('Weiter zum Dienstkonto')");
    olga.waitForURL("**/konto");
    look(olga);
    nextIsOlga();
    olga.click("a:has-text('Weiter zum Dienstkonto')");
    olga.waitForURL(office.at("/"));
    olga.click("header button:has-text('Abmelden')");
    olga.waitForURL("**/anmelden");
    nextIsOlga();
    olga.click("a:has-text('Weiter zum Dienstkonto')");
    olga.waitForURL(office.at("/"));
    look(olga, "/protokoll");
    assertThat(olga.content()).contains("Olga Konto meldet sich mit Dienstkonto an.");
  }

  private static void nextIsOlga() {
    issuer.enqueueCallback(
        new DefaultOAuth2TokenCallback("stadt", "olga", "JWT", List.of("urnengang"), Map.of()));
  }

  @Test
  @Order(5)
  void what_was_typed_outlives_the_session_and_the_proof() {
    look(anna, "/tag/" + TestOffice.DAY);
    anna.fill("#zeit", "18:05");
    anna.click("button:has-text('Vorstellen')");
    look(bernd, DISTRICT);
    TestOffice.typed(640)
        .forEach((field, value) -> bernd.fill("input[name='" + field + "']", value));
    bernd.context().clearCookies();
    bernd.click("button:has-text('Prüfen und freigeben')");
    bernd.waitForURL("**/anmelden");
    look(bernd);
    logIn(bernd, app.code());
    bernd.waitForURL("**/anmelden/weiter");
    look(bernd);
    office.clock.forward(Duration.ofMinutes(16));
    bernd.click("button:has-text('Jetzt senden')");
    bernd.waitForURL("**/anmelden/bestaetigen");
    look(bernd);
    bernd.fill("#code", app.code());
    bernd.click("button:text-is('Bestätigen')");
    bernd.waitForURL("**/anmelden/weiter");
    bernd.click("button:has-text('Jetzt senden')");
    bernd.waitForURL("**/beleg");
    look(bernd);
    assertThat(bernd.content()).contains("unverlierbar gespeichert");
  }

  @Test
  @Order(6)
  void every_page_is_without_barriers() {
    for (String path :
        List.of(
            "/",
            "/personen",
            "/personen?suche=niemand",
            "/personen/1",
            "/personen/2",
            "/behoerden",
            "/protokoll?suche=nichts",
            "/anmelden/bestaetigen",
            "/tag/" + TestOffice.DAY,
            "/tag/" + TestOffice.DAY + "/aenderung",
            "/nirgends",
            "/enrol/erfunden")) {
      look(anna, path);
    }
    look(olga, "/personen");
    assertThat(olga.content()).contains("Dafür fehlt ein Recht");
    Set<String> all =
        pages().stream()
            .map(route -> route.pattern().getPatternString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(seen).as("pages that axe-core looked at").isEqualTo(all);
    assertThat(chromium.refused()).isEmpty();
  }
}
