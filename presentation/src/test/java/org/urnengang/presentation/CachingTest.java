package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.rules.election.ElectionDay;

/** How long what a node says may be kept: a real day's for good, a rehearsal may begin anew. */
class CachingTest {
  private static final String BRIEFLY = "public, max-age=1";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int FULL_TILE = 256;

  @TempDir private Path folder = Path.of("");

  private PublicNode node;

  @BeforeEach
  void starts() {
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
  }

  @AfterEach
  void ends() {
    node.close();
  }

  /** A log with one full tile and the beginning of another. */
  private void follow(ElectionDay day) {
    TestLog log = new TestLog(day.origin()).append(SmallDay.opening(day));
    log.append(SmallDay.report(1, "adorf-1", 300, 200));
    for (int moved = 1; log.size() < FULL_TILE + 10; moved++) {
      log.append(SmallDay.correction(2, "adorf-1", 301 - moved, 199 + moved, 1, "Probe"));
    }
    assertThat(log.size()).isEqualTo(FULL_TILE + 10);
    node.accept(log.key(), log.note(), 0, log.from(0));
  }

  private String kept(String path) {
    var response = new Http(node).get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.headers().firstValue("cache-control").orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "log/tile/0/000, true",
    "log/tile/entries/000, true",
    "bundestagswahl/wk-1?v=200, true",
    "bundestagswahl/wk-1.json?v=200, true",
    "log/tile/0/001.p/10, false",
    "log/tile/entries/001.p/10, false",
    "log/tile/1/000.p/1, false",
    "log/vkey, false",
    "log/checkpoint, false",
    "bundestagswahl/wk-1, false"
  })
  void on_a_real_day_only_what_never_changes_may_be_kept(String path, boolean forEver) {
    follow(SmallDay.realDay());
    assertThat(kept("/2030-05-05/" + path)).isEqualTo(forEver ? FOR_EVER : BRIEFLY);
  }

  @Test
  void of_a_rehearsal_nothing_may_be_kept() {
    follow(SmallDay.day());
    for (String path :
        new String[] {
          "log/tile/0/000",
          "log/tile/entries/000",
          "log/tile/0/001.p/10",
          "log/vkey",
          "log/checkpoint",
          "bundestagswahl/wk-1?v=200",
          "bundestagswahl/wk-1"
        }) {
      assertThat(kept("/2030-05-05-probe/" + path)).as(path).isEqualTo(BRIEFLY);
    }
  }
}
