package org.urnengang.presentation.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Chromium as the tests use it; absent, the tests say so and are skipped. */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Path AXE = Path.of("../web/node_modules/axe-core/axe.min.js");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path executable) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Starts the browser, or skips the test where there is none. */
  static Browser start() {
    List<Path> found = PLACES.stream().map(Path::of).filter(Files::isExecutable).toList();
    if (found.isEmpty()) {
      System.out.println("browser tests are skipped: none of " + PLACES + " is there");
    }
    Assumptions.assumeFalse(found.isEmpty(), "no Chromium at " + PLACES);
    return new Browser(found.getFirst());
  }

  /** A reader with a screen of this size. */
  BrowserContext reader(int width, int height, ColorScheme scheme, boolean script) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setBypassCSP(false)
            .setJavaScriptEnabled(script));
  }

  /** What axe-core finds wrong on a page, one line for each place. */
  static List<String> violations(Page page) {
    Object found =
        page.evaluate(
            axe()
                + ";axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']"
                + "}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' '"
                + " + n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] ||"
                + " {message: ''}).message)))");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static String axe() {
    Assumptions.assumeTrue(Files.exists(AXE), "axe-core is not installed: " + AXE);
    try {
      return Files.readString(AXE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Elements that reach beyond the right edge of the screen. */
  static List<String> tooWide(Page page) {
    Object found =
        page.evaluate(
            "document.documentElement.scrollWidth <= innerWidth ? [] :"
                + " [...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                + ".map(e => e.tagName + '.' + e.className).slice(0, 5)");
    return Stream.of((List<?>) found).flatMap(List::stream).map(String::valueOf).toList();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
