package org.urnengang.presentation.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.presentation.Http;
import org.urnengang.presentation.SmallDay;
import org.urnengang.presentation.TestLog;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

class LedgerPlacesTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LedgerPlaces places = new LedgerPlaces(client);

  @AfterEach
  void close() {
    client.close();
  }

  private List<String> find(Path place) {
    return places.find(place.toString()).stream().map(LogSource::toString).toList();
  }

  @Test
  void a_folder_is_a_log_or_holds_some() {
    Path first = folder.resolve("data/2030-05-05-probe/log");
    Path second = folder.resolve("data/2030-05-06-probe/log");
    SmallDay.log().writeTo(second);
    SmallDay.log().writeTo(first);
    assertThat(find(first)).containsExactly(first.toString());
    assertThat(find(first.getParent())).containsExactly(first.toString());
    assertThat(find(folder.resolve("data"))).containsExactly(first.toString(), second.toString());
    assertThat(find(folder)).containsExactly(first.toString(), second.toString());
  }

  @Test
  void an_address_may_be_a_node_a_day_a_page_or_a_log() {
    TestLog log = SmallDay.log();
    try (PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"))) {
      String root = new Http(node).root();
      assertThat(places.find(root)).isEmpty();
      node.accept(log.key(), log.note(), 0, log.from(0));
      String found = root + "/" + SmallDay.KEY + "/log/";
      for (String below :
          List.of(
              "",
              "/",
              "/2030-05-05-probe",
              "/2030-05-05-probe/",
              "/2030-05-05-probe/log",
              "/2030-05-05-probe/bundestagswahl/wk-1",
              "/2030-05-05-probe/?seite=1")) {
        assertThat(places.find(root + below))
            .as(below)
            .extracting(LogSource::toString)
            .containsExactly(found);
      }
    }
  }

  @Test
  void what_is_neither_is_told() {
    assertThatThrownBy(() -> places.find(folder.resolve("none").toString()))
        .isInstanceOf(LogException.class);
    assertThatThrownBy(() -> places.find("http://")).isInstanceOf(LogException.class);
    assertThatThrownBy(() -> places.find("http://127.0.0.1:9/")).isInstanceOf(LogException.class);
  }
}
