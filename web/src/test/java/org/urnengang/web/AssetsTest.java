package org.urnengang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

  private final Assets assets = Assets.load();

  @Test
  void every_file_that_pages_name_is_there() {
    assertThat(assets.names())
        .containsExactly(
            "LICENSES.txt",
            "fira-sans-400.ttf",
            "fira-sans-400.woff2",
            "fira-sans-600.ttf",
            "fira-sans-600.woff2",
            "htmx.js",
            "logo.svg",
            "noto-sans-400.ttf",
            "noto-sans-700.ttf",
            "office.css",
            "passkey.js",
            "public.css",
            "public.js",
            "setup.js",
            "tv.css",
            "tv.js");
  }

  @Test
  void every_name_carries_the_hash_of_its_content() throws NoSuchAlgorithmException {
    for (String name : assets.names()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(name));
      assertThat(assets.path(name))
          .startsWith(name.substring(0, name.lastIndexOf('.')))
          .contains("." + HexFormat.of().formatHex(digest, 0, 4) + ".");
    }
  }

  @Test
  void a_name_that_does_not_exist_is_refused_at_once() {
    assertThatThrownBy(() -> assets.path("pubic.css"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pubic.css");
  }

  @Test
  void a_file_of_another_build_is_simply_not_there() {
    assertThat(assets.asset("public.00000000.css")).isEmpty();
    assertThat(assets.asset("assets.properties")).isEmpty();
    assertThat(assets.asset("../Assets.class")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fira-sans-400.woff2", "fira-sans-600.woff2"})
  void fonts_are_woff2(String name) {
    assertThat(new String(bytes(name), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("wOF2");
    assertThat(assets.asset(assets.path(name)).orElseThrow().contentType()).isEqualTo("font/woff2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.css", "office.css"})
  void stylesheets_load_nothing_but_our_own_fonts(String name) {
    String css = text(name);
    assertThat(css).doesNotContain("http:", "https:", "//", "@import", "data:");
    assertThat(Pattern.compile("url\\(\"([^\"]+)\"\\)").matcher(css).results().map(m -> m.group(1)))
        .containsExactlyInAnyOrder(
            assets.path("fira-sans-400.woff2"), assets.path("fira-sans-600.woff2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.css", "office.css"})
  void the_dark_colours_follow_the_system_and_the_switch(String name) {
    assertThat(text(name))
        .contains("@media (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){--sheet:")
        .contains(":root[data-theme=\"dark\"]{--sheet:")
        .doesNotContain("palette(", "font(", "@scheme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public.css", "office.css"})
  void braces_of_a_stylesheet_pair_up(String name) {
    String css = text(name);
    assertThat(css.chars().filter(c -> c == '{').count())
        .isEqualTo(css.chars().filter(c -> c == '}').count());
  }

  @Test
  void the_script_runs_where_html_strings_and_evaluation_are_forbidden() {
    assertThat(text("public.js"))
        .doesNotContain(
            "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", ".style", "document.write");
  }

  /** Gzip stands in for Brotli, which makes all of these smaller still. */
  @ParameterizedTest
  @CsvSource({
    "public.css, 9000",
    "public.js, 4000",
    "office.css, 9000",
    "htmx.js, 20000",
    "fira-sans-400.woff2, 14000",
    "fira-sans-600.woff2, 14000"
  })
  void what_a_page_loads_stays_within_its_budget(String name, int most) throws IOException {
    assertThat(gzipped(bytes(name))).as("bytes of %s on the wire", name).isLessThanOrEqualTo(most);
  }

  private byte[] bytes(String name) {
    return assets.asset(assets.path(name)).orElseThrow().bytes();
  }

  private String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static int gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.size();
  }
}
