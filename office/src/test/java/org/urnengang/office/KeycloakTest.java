package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.platform.OfficeAddress;

/** Log-in with accounts of a real Keycloak, in Chromium. Runs with {@code -Pkeycloak}. */
class KeycloakTest {
  @Test
  void an_account_enrols_logs_in_confirms_and_no_other_does(@TempDir Path data) {
    Path home = Keycloak.home();
    int port = Keycloak.freePort();
    try (Chromium chromium = Chromium.start();
        TestOffice office = office(data, port);
        Keycloak _ =
            Keycloak.start(home, port, office.office.address() + "/login/oauth2/code/office")) {
      Page olga = chromium.person();
      olga.navigate(office.office.firstLink().orElseThrow().toString());
      olga.fill("#name", "Olga Konto");
      olga.fill("#login", "o.konto");
      olga.click("button:has-text('Weiter zum Dienstkonto')");
      olga.waitForURL("**/konto");
      goOn(olga);
      logIn(olga, "olga");
      olga.waitForURL(office.at("/"));
      logOut(olga);
      goOn(olga);
      olga.waitForURL(office.at("/"));
      olga.navigate(office.at("/anmelden/bestaetigen"));
      goOn(olga);
      assertThat(olga.url()).as("asked for the password again").startsWith(Keycloak.issuer(port));
      olga.fill("#password", Keycloak.PASSWORD);
      olga.click("#kc-login");
      olga.waitForURL(office.at("/**"));
      olga.navigate(office.at("/konto"));
      assertThat(olga.content()).contains("Olga Konto", "Dienstkonto");
      Page otto = chromium.person();
      otto.navigate(office.at("/anmelden"));
      goOn(otto);
      logIn(otto, "otto");
      otto.waitForURL(office.at("/anmelden?fehler=konto"));
      assertThat(otto.content()).contains("Dieses Konto ist hier nicht freigeschaltet");
    }
  }

  private static TestOffice office(Path data, int port) {
    return TestOffice.start(
        new OfficeSettings(
            OfficeAddress.local(0),
            data,
            List.of(TestOffice.election("probe")),
            Optional.of(TestDatabases.create()),
            List.of(),
            Optional.of(
                new Accounts(Keycloak.issuer(port), "urnengang", Optional.of(Keycloak.SECRET)))));
  }

  private static void goOn(Page page) {
    page.click("a:has-text('Weiter zum Dienstkonto')");
  }

  private static void logIn(Page page, String user) {
    page.fill("#username", user);
    page.fill("#password", Keycloak.PASSWORD);
    page.click("#kc-login");
  }

  private static void logOut(Page page) {
    page.click("header button:has-text('Abmelden')");
    page.waitForURL("**/anmelden");
  }
}
