package org.urnengang.presentation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.presentation.DemoDay;
import org.urnengang.presentation.FolderDay;
import org.urnengang.presentation.SmallDay;
import org.urnengang.presentation.TestLog;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** The pages as a reader's browser shows them. */
@Timeout(300)
class BrowserTest {
  private static final String DAY = "/2017-09-24-probe/";
  private static final String BUND = DAY + "bundestagswahl/";
  private static final List<String> KINDS =
      List.of(DAY, BUND, BUND + "wk-136", BUND + "05766020", DAY + "buergerentscheid-augustdorf/");

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static PublicNode node(TestLog log, String name) {
    PublicNode node =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve(name)).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    return node;
  }

  private static void show(PublicNode node, TestLog log, Entry... more) {
    log.append(more);
    long known = node.size(log.key());
    node.accept(log.key(), log.note(), known, log.from(known));
  }

  private static Page.LocatorOptions shows(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static String at(PublicNode node, String path) {
    return "http://127.0.0.1:" + node.port() + path;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 100})
  void every_kind_of_page_is_accessible_and_fits_from_320_to_1920_pixels(int percent) {
    try (PublicNode node = node(DemoDay.log(percent), "axe" + percent);
        BrowserContext wide = browser.reader(1280, 900, ColorScheme.LIGHT, true);
        BrowserContext phone = browser.reader(320, 640, ColorScheme.DARK, true)) {
      for (BrowserContext reader : List.of(wide, phone)) {
        Page page = reader.newPage();
        for (String kind : KINDS) {
          page.navigate(at(node, kind));
          assertThat(Browser.violations(page)).as(kind + " at " + percent + " %").isEmpty();
          assertThat(Browser.tooWide(page)).as(kind + " at " + percent + " %").isEmpty();
        }
        page.setViewportSize(1920, 1080);
        assertThat(Browser.tooWide(page)).isEmpty();
      }
    }
  }

  @Test
  void the_other_pages_are_accessible_too() {
    try (PublicNode node = node(DemoDay.log(80), "others");
        BrowserContext reader = browser.reader(390, 844, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      for (String address :
          List.of(
              "/",
              "/en" + BUND + "wk-136",
              "/einfach" + DAY,
              BUND + "wk-136?map=share-2&vote=first",
              BUND + "wk-136?v=300",
              BUND + "05766020-0104",
              DAY + "outstanding",
              DAY + "corrections",
              DAY + "search?q=bad",
              "/impressum",
              "/tv",
              "/embed" + BUND + "wk-136/areas")) {
        page.navigate(at(node, address));
        assertThat(Browser.violations(page)).as(address).isEmpty();
        assertThat(Browser.tooWide(page)).as(address).isEmpty();
      }
    }
  }

  @Test
  void a_report_appears_in_place_while_the_reader_stays_where_they_are() {
    TestLog log = SmallDay.log();
    try (PublicNode node = node(log, "live");
        BrowserContext reader = browser.reader(390, 600, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      page.navigate(at(node, "/" + SmallDay.KEY + "/bundestagswahl/wk-1"));
      page.evaluate("window.kept = true; document.getElementById('proof').scrollIntoView()");
      double before = top(page);
      show(node, log, SmallDay.report(5, "adorf-1", 300, 200));
      page.locator("#lead", shows("Ada Ahorn (ROT) führt")).waitFor();
      double after = top(page);
      assertThat(after).isBetween(before - 40, before + 40);
      assertThat(page.evaluate("window.kept")).isEqualTo(true);
    }
  }

  private static double top(Page page) {
    String top = "String(document.getElementById('proof').getBoundingClientRect().top)";
    return Double.parseDouble(String.valueOf(page.evaluate(top)));
  }

  @Test
  void a_paused_page_stays_as_it_is() {
    TestLog log = SmallDay.log();
    try (PublicNode node = node(log, "paused");
        BrowserContext reader = browser.reader(1280, 900, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      page.navigate(at(node, "/" + SmallDay.KEY + "/"));
      page.click("[data-pause]");
      show(node, log, SmallDay.report(5, "adorf-1", 300, 200));
      page.waitForTimeout(2_500);
      assertThat(page.textContent("#status")).contains("0 von 9", "angehalten");
      page.click("[data-pause]");
      page.locator("#status", shows("1 von 9")).waitFor();
    }
  }

  @Test
  void the_slider_goes_back_in_time_and_forth_again() {
    try (PublicNode node = node(DemoDay.log(60), "slider");
        BrowserContext reader = browser.reader(1280, 900, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      page.navigate(at(node, BUND + "wk-136"));
      String newest = page.textContent("#status");
      String move =
          "v => { const s = document.getElementById('v'); s.value = v;"
              + " s.dispatchEvent(new Event('change', {bubbles: true})); }";
      page.evaluate(move, 200);
      page.waitForURL(url -> url.endsWith("?v=200"));
      page.waitForSelector(".pinned");
      assertThat(page.textContent("#status")).isNotEqualTo(newest);
      page.evaluate(move, 100_000);
      page.waitForURL(url -> !url.contains("?v="));
      assertThat(page.textContent("#status")).isEqualTo(newest);
      assertThat(page.querySelector(".pinned")).isNull();
    }
  }

  @Test
  void everything_can_be_read_and_chosen_without_script() {
    try (PublicNode node = node(DemoDay.log(60), "plain");
        BrowserContext reader = browser.reader(1280, 900, ColorScheme.LIGHT, false)) {
      Page page = reader.newPage();
      page.navigate(at(node, BUND + "wk-136"));
      assertThat(page.isVisible("#course .plot")).isTrue();
      page.click("#areas-municipality nav >> text=Anteil");
      assertThat(page.url()).contains("map=share-");
      page.click("text=Stand davor");
      assertThat(page.url()).contains("?v=");
      assertThat(page.isVisible(".pinned")).isTrue();
      page.navigate(at(node, DAY));
      page.fill("#q", "oeyn");
      page.click(".find button");
      assertThat(page.textContent(".hits")).contains("Bad Oeynhausen");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lists_of_a_council_are_added_up_with_and_without_script(boolean script) {
    TestLog log = FolderDay.log(Path.of("../elections/ahlenrode-2025"), 100);
    try (PublicNode node = node(log, "council" + script);
        BrowserContext reader = browser.reader(320, 640, ColorScheme.DARK, script)) {
      Page page = reader.newPage();
      page.navigate(at(node, "/2025-09-14-probe/rat/"));
      for (String list : List.of("CDU", "SPD")) {
        page.click("#coalition label:has-text('" + list + "')");
        if (script) {
          page.locator("#coalition .note", shows(list)).waitFor();
        }
      }
      if (!script) {
        page.click("#coalition button");
      }
      assertThat(page.textContent("#coalition .note")).contains("CDU + SPD: 30 von 50 Sitzen");
      assertThat(page.url()).contains("?with=1&with=2");
      if (script) {
        assertThat(Browser.violations(page)).isEmpty();
        assertThat(Browser.tooWide(page)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1280, 720"})
  void the_screen_in_the_town_hall_needs_no_scrolling_and_obeys_the_keyboard(
      int width, int height) {
    try (PublicNode node = node(DemoDay.log(60), "tv" + width);
        BrowserContext reader = browser.reader(width, height, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      String list =
          "2017-09-24-probe/bundestagswahl/wk-136,2017-09-24-probe/buergerentscheid-augustdorf";
      page.navigate(at(node, "/tv?playlist=" + list + "&sek=30"));
      assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
          .isEqualTo(true);
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('#slide *')].filter(e => !e.closest('svg') &&"
                      + " !e.closest('.sr') && e.textContent.trim() &&"
                      + " parseFloat(getComputedStyle(e).fontSize) < innerWidth / 61).length"))
          .isEqualTo(0);
      page.keyboard().press("ArrowRight");
      page.locator("h1", shows("Augustdorf")).waitFor();
      page.keyboard().press("ArrowRight");
      page.locator("h1", shows("Höxter")).waitFor();
    }
  }

  /** A site of somebody else, on this machine as the node is. */
  private static HttpServer serving(String html) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
              body.write(html.getBytes(StandardCharsets.UTF_8));
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void others_may_frame_a_graphic_but_not_a_page() {
    try (PublicNode node = node(DemoDay.log(60), "framed");
        BrowserContext reader = browser.reader(800, 900, ColorScheme.LIGHT, true)) {
      Page page = reader.newPage();
      String newsroom =
          "<iframe id=a src='%s'></iframe><iframe id=b src='%s'></iframe>"
              .formatted(at(node, "/embed" + BUND + "wk-136/second"), at(node, BUND + "wk-136"));
      HttpServer other = serving(newsroom);
      page.navigate("http://127.0.0.1:" + other.getAddress().getPort());
      assertThat(page.frameLocator("#a").locator("h1").textContent()).contains("Höxter");
      assertThat(page.frameLocator("#b").locator("h1").allTextContents())
          .noneMatch(title -> title.contains("Höxter"));
      other.stop(0);
    }
  }
}
