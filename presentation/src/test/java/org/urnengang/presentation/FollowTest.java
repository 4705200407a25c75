package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

class FollowTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";

  @TempDir Path folder;

  private PublicNodeSettings settings(String data) {
    return PublicNodeSettings.of(0, folder.resolve(data)).onHost("127.0.0.1");
  }

  @Test
  void entries_given_in_the_process_are_on_the_pages_at_once() {
    TestLog log = SmallDay.log().append(SmallDay.report(5, "adorf-1", 300, 200));
    try (PublicNode node = PublicNode.start(settings("data"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      Http http = new Http(node);
      assertThat(http.text(DAY + "bundestagswahl/adorf")).contains("Adorf", "60,0\u00a0%", "300");
      assertThat(http.text(DAY + "bundestagswahl/wk-1.json"))
          .contains("\"received\":{\"polling\":1,\"postal\":0}");
    }
  }

  @Test
  void a_node_follows_a_folder_of_tiles() throws InterruptedException {
    TestLog log = SmallDay.log().append(SmallDay.night());
    log.writeTo(folder.resolve("office/" + SmallDay.KEY + "/log"));
    PublicNodeSettings settings =
        settings("data").following(List.of(folder.resolve("office").toString()));
    try (PublicNode node = PublicNode.start(settings)) {
      while (node.version(SmallDay.KEY).orElse(0) < log.size()) {
        Thread.onSpinWait();
      }
      assertThat(new Http(node).text(DAY)).contains("9 von 9 Meldungen");
    }
  }
}
