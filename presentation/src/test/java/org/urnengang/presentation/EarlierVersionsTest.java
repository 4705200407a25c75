package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Every version stays addressable, and an address never means anything else. */
@Timeout(60)
class EarlierVersionsTest {
  private static final String WK = "/" + SmallDay.KEY + "/bundestagswahl/wk-1";

  @TempDir Path folder;
  private final TestLog log = SmallDay.log();
  private PublicNode node;
  private Http http;

  @BeforeEach
  void open() {
    node = PublicNode.start(PublicNodeSettings.of(0, folder.resolve("data")).onHost("127.0.0.1"));
    http = new Http(node);
    show(List.of());
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void show(List<? extends Entry> more) {
    log.append(more);
    long known = node.size(log.key());
    node.accept(log.key(), log.note(), known, log.from(known));
  }

  @Test
  void the_figures_of_every_version_are_those_that_were_shown_then() {
    Map<Integer, String> shown = new HashMap<>();
    for (Entry entry : SmallDay.night()) {
      show(List.of(entry));
      shown.put(log.size(), http.text(WK + ".json"));
    }
    shown.forEach(
        (version, json) -> assertThat(http.text(WK + ".json?v=" + version)).isEqualTo(json));
    int first = shown.keySet().stream().min(Integer::compare).orElseThrow();
    String page = http.text(WK + "?v=" + first);
    assertThat(page)
        .contains("Früherer Stand:", "Version " + first, "data-pinned=\"true\"")
        .doesNotContain("data-events");
  }

  @Test
  void a_version_that_is_not_there_yet_is_not_found_until_it_is() {
    int next = log.size() + 1;
    assertThat(http.get(WK + "?v=" + next).statusCode()).isEqualTo(404);
    show(List.of(SmallDay.report(5, "adorf-1", 300, 200)));
    assertThat(http.text(WK + "?v=" + next)).contains("Ada Ahorn (ROT) führt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?v=0", "?v=1", "?v=999999999", "?v=-1", "?v=x", "?v=1e3", "?v=9999999999"})
  void a_version_that_shows_nothing_is_not_found(String query) {
    assertThat(http.get(WK + query).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "?x=1",
        "?map=winner&map=share-1",
        "?map=share-999",
        "?vote=third",
        "?map=%3Cscript%3E",
        "?%FF",
        "?q=%25",
        "?v",
        "?vote=first&vote=second",
        "?area=..%2F..",
        "?map=change-1",
        "?map=share-0"
      })
  void whatever_else_is_asked_gets_the_page(String query) {
    int status = http.get(WK + query).statusCode();
    assertThat(status).isEqualTo(query.equals("?v") ? 404 : 200);
  }

  @Test
  void a_query_of_ten_megabytes_is_refused_at_once() throws java.io.IOException {
    try (java.net.Socket socket =
        new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), node.port())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      try {
        out.write(("GET " + WK + "?q=").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] junk = new byte[1 << 20];
        java.util.Arrays.fill(junk, (byte) 'a');
        for (int i = 0; i < 10; i++) {
          out.write(junk);
        }
      } catch (java.io.IOException e) {
        assertThat(e).hasMessageMatching("(?i).*(broken pipe|reset|abort).*");
      }
    }
    assertThat(http.get(WK).statusCode()).isEqualTo(200);
  }
}
