package org.urnengang.office;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Chromium as the tests use it; absent, they say so and are skipped. */
final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");
  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> refused = new ArrayList<>();

  private Chromium(Path executable) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** Starts it, or skips the test where it is not. */
  static Chromium start() {
    List<Path> found = PLACES.stream().filter(Files::isExecutable).toList();
    boolean there = !found.isEmpty() && Files.exists(AXE);
    if (!there) {
      System.out.println("browser tests are skipped: none of " + PLACES + " or no " + AXE);
    }
    Assumptions.assumeTrue(there, "no Chromium or no axe-core");
    return new Chromium(found.getFirst());
  }

  /** A person at a desk, with cookies and an authenticator of their own. */
  Page person() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, HEIGHT));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            refused.add(message.text());
          }
        });
    CDPSession devices = context.newCDPSession(page);
    devices.send("WebAuthn.enable");
    devices.send("WebAuthn.addVirtualAuthenticator", authenticator());
    return page;
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

  /** What the pages' own security policy has refused so far. */
  List<String> refused() {
    return refused;
  }

  /** What axe-core finds on the page as it is, both themes, on a phone and on a desk. */
  static List<String> violations(Page page) {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(320, 1280)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
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
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return found;
  }

  private static String axe() {
    try {
      return Files.readString(AXE)
          + ";axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa',"
          + "'best-practice']"
          + "}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target)))";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
