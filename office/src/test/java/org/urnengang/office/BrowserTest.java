package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A person with Chromium and a virtual authenticator; every page looked at by axe-core. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");

  @TempDir static Path data;
  static TestOffice office;
  static Playwright playwright;
  static Page page;

  @BeforeAll
  static void start() {
    boolean there = Files.isExecutable(CHROMIUM) && Files.exists(AXE);
    if (!there) {
      System.out.println("browser tests are skipped: no " + CHROMIUM + " or no " + AXE);
    }
    Assumptions.assumeTrue(there, "no Chromium or no axe-core");
    office = TestOffice.start(data);
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    BrowserContext context =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")))
            .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
    page = context.newPage();
    CDPSession devices = context.newCDPSession(page);
    devices.send("WebAuthn.enable");
    devices.send("WebAuthn.addVirtualAuthenticator", authenticator());
  }

  private static JsonObject authenticator() {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject all = new JsonObject();
    all.add("options", options);
    return all;
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (office != null) {
      office.close();
    }
  }

  /** What axe-core finds on the page as it is, both themes, on a phone and on a desk. */
  private static List<String> violations() {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(320, 1280)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))");
        ((List<?>) page.evaluate(axe()))
            .forEach(one -> found.add("%s %d: %s".formatted(scheme, width, one)));
        if (Boolean.TRUE.equals(
            page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth"))) {
          found.add("%s %d: scrolls sideways".formatted(scheme, width));
        }
      }
    }
    return found;
  }

  private static String axe() {
    try {
      return Files.readString(AXE)
          + ";axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']"
          + "}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target)))";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Order(1)
  void the_first_person_enrols_with_a_passkey() {
    page.navigate(office.office.firstLink().orElseThrow().toString());
    assertThat(violations()).isEmpty();
    page.setViewportSize(1280, 900);
    page.fill("#name", "Anna Beispiel");
    page.fill("#login", "a.beispiel");
    page.click("button:has-text('Passkey anlegen')");
    page.waitForURL("**/passkey");
    assertThat(violations()).isEmpty();
    page.click("button:has-text('Passkey anlegen')");
    page.waitForURL(office.at("/"));
    page.navigate(office.at("/konto"));
    assertThat(page.content()).contains("Anna Beispiel", "Passkey", "Wahlleitung");
  }

  @Test
  @Order(2)
  void whoever_has_a_passkey_logs_in_with_it() {
    page.navigate(office.at("/konto"));
    page.click("main button:has-text('Abmelden')");
    page.waitForURL("**/anmelden");
    assertThat(violations()).isEmpty();
    page.navigate(office.at("/personen"));
    assertThat(page.url()).endsWith("/anmelden?nach=%2Fpersonen");
    page.click("button:has-text('Mit Passkey anmelden')");
    page.waitForURL(office.at("/personen"));
    assertThat(page.content()).contains("Person einladen");
  }

  @Test
  @Order(3)
  void somebody_is_invited() {
    page.navigate(office.at("/personen"));
    page.fill("#name", "Bernd Muster");
    page.fill("#login", "b.muster");
    page.selectOption("#role", "capture");
    page.click("button:has-text('Einladen')");
    assertThat(page.content()).contains("Link für Bernd Muster", "/enrol/");
    assertThat(violations()).isEmpty();
  }

  @Test
  @Order(4)
  void no_page_has_a_barrier_or_scrolls_sideways() {
    for (String path :
        List.of(
            "/",
            "/konto",
            "/konto/passkey",
            "/personen",
            "/personen/2",
            "/behoerden",
            "/protokoll",
            "/anmelden/bestaetigen",
            "/tag/" + TestOffice.DAY)) {
      page.navigate(office.at(path));
      assertThat(violations()).as(path).isEmpty();
    }
  }
}
