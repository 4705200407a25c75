package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.log.HttpSource;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.presentation.follow.Answer;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

@Timeout(60)
class FollowTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final String WK = DAY + "bundestagswahl/wk-1";

  @TempDir Path folder;

  private PublicNodeSettings settings(String data) {
    return PublicNodeSettings.of(0, folder.resolve(data)).onHost("127.0.0.1");
  }

  private static void give(PublicNode node, TestLog log) {
    long known = node.size(log.key());
    Answer answer = node.accept(log.key(), log.note(), known, log.from(known));
    assertThat(answer).isEqualTo(new Answer.Accepted(log.size()));
  }

  private static void await(PublicNode node, long version) {
    while (node.version(SmallDay.KEY).orElse(0) < version) {
      Thread.onSpinWait();
    }
  }

  private static Verification verify(PublicNode node, TestLog log) {
    URI address = URI.create(new Http(node).root() + DAY + "log/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return Verifier.verify(new HttpSource(client, address), Optional.of(log.key()));
    }
  }

  @Test
  void entries_given_in_the_process_are_on_the_pages_at_once() {
    TestLog log = SmallDay.log().append(SmallDay.report(5, "adorf-1", 300, 200));
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      Http http = new Http(node);
      assertThat(http.text(DAY + "bundestagswahl/adorf")).contains("Adorf", "60,0\u00a0%", "300");
      assertThat(http.text(WK + ".json")).contains("\"received\":{\"polling\":1,\"postal\":0}");
    }
  }

  @Test
  void a_definition_may_come_in_parts_before_its_day_is_known() {
    TestLog log = new TestLog(SmallDay.ORIGIN);
    try (PublicNode node = PublicNode.start(settings("data"))) {
      for (var entry : SmallDay.opening()) {
        give(node, log.append(entry));
      }
      assertThat(new Http(node).text(DAY)).contains("0 von 9 Meldungen");
    }
  }

  @Test
  void a_node_follows_a_folder_of_tiles() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    log.writeTo(folder.resolve("office/" + SmallDay.KEY + "/log"));
    PublicNodeSettings settings =
        settings("data").following(List.of(folder.resolve("office").toString()));
    try (PublicNode node = PublicNode.start(settings)) {
      await(node, log.size());
      assertThat(new Http(node).text(DAY)).contains("9 von 9 Meldungen");
    }
  }

  @Test
  void a_second_node_shows_the_same_bytes_at_every_version_on_another_port() {
    TestLog log = SmallDay.log();
    try (PublicNode first = PublicNode.start(settings("first"))) {
      give(first, log);
      Http one = new Http(first);
      for (String address : List.of("", DAY, DAY + "log", WK)) {
        PublicNodeSettings following =
            settings("second" + address.length()).following(List.of(one.root() + address));
        try (PublicNode second = PublicNode.start(following)) {
          Http two = new Http(second);
          for (var entry : List.of(SmallDay.report(log.size(), next(log), 300, 200))) {
            give(first, log.append(entry));
            await(second, log.size());
            for (String page : PagesTest.addresses()) {
              assertThat(two.get(page).body()).as(page).isEqualTo(one.get(page).body());
              assertThat(two.get(page).headers().firstValue("etag"))
                  .isEqualTo(one.get(page).headers().firstValue("etag"));
            }
          }
        }
      }
    }
  }

  private static String next(TestLog log) {
    List<String> all = List.of("adorf-1", "adorf-2", "adorf-b", "bstadt-1", "bstadt-2", "bstadt-b");
    return all.get(log.size() - SmallDay.opening().size());
  }

  @Test
  void a_restarted_node_serves_what_it_verified_without_its_source() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    byte[] before;
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      before = new Http(node).get(WK).body();
    }
    PublicNodeSettings settings =
        settings("data")
            .following(List.of("http://127.0.0.1:9", folder.resolve("none").toString()));
    try (PublicNode node = PublicNode.start(settings)) {
      assertThat(new Http(node).get(WK).body()).isEqualTo(before);
      assertThat(node.size(log.key())).isEqualTo(log.size());
    }
  }

  @Test
  void a_node_goes_on_serving_when_its_source_is_gone() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    PublicNode first = PublicNode.start(settings("first"));
    give(first, log);
    PublicNodeSettings following = settings("second").following(List.of(new Http(first).root()));
    try (PublicNode second = PublicNode.start(following)) {
      await(second, log.size());
      Http reader = new Http(second);
      String before = reader.text(WK);
      int port = first.port();
      first.close();
      assertThat(reader.text(WK)).isEqualTo(before);

      String alone = awaitText(reader, WK, "Ohne Verbindung zum Wahlamt");
      assertThat(alone).contains("Ada Ahorn", "den letzten geprüften Stand von", "role=\"alert\"");
      assertThat(reader.text("/embed" + WK + "/first")).contains("Ohne Verbindung zum Wahlamt");
      assertThat(reader.text("/en" + WK)).contains("No connection to the election office");
      assertThat(reader.text(WK + "?v=" + log.size())).doesNotContain("Ohne Verbindung");

      PublicNodeSettings again =
          PublicNodeSettings.of(port, folder.resolve("first")).onHost("127.0.0.1");
      try (PublicNode back = PublicNode.start(again)) {
        assertThat(back.size(log.key())).isEqualTo(log.size());
        while (reader.text(WK).contains("Ohne Verbindung")) {
          Thread.onSpinWait();
        }
        assertThat(reader.text(WK)).isEqualTo(before);
      }
    }
  }

  @Test
  void a_node_that_starts_without_its_source_says_so_too() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    try (PublicNode node = PublicNode.start(settings("alone"))) {
      give(node, log);
    }
    PublicNodeSettings gone = settings("alone").following(List.of("http://127.0.0.1:1"));
    try (PublicNode node = PublicNode.start(gone)) {
      awaitText(new Http(node), WK, "Ohne Verbindung zum Wahlamt");
    }
  }

  private static String awaitText(Http reader, String address, String text) {
    while (true) {
      String page = reader.text(address);
      if (page.contains(text)) {
        return page;
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void a_fork_of_a_verified_log_is_refused_and_changes_nothing() {
    TestLog log = SmallDay.log();
    TestLog fork = log.fork();
    log.append(SmallDay.report(5, "adorf-1", 300, 200));
    fork.append(SmallDay.report(5, "adorf-1", 200, 300));
    fork.append(SmallDay.report(6, "adorf-2", 200, 300));
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      byte[] before = new Http(node).get(WK).body();
      assertThat(node.accept(fork.key(), fork.note(), log.size(), fork.from(log.size())))
          .isInstanceOf(Answer.Refused.class);
      assertThat(node.accept(fork.key(), fork.note(), 0, fork.from(0)))
          .isInstanceOf(Answer.Refused.class);
      assertThat(new Http(node).get(WK).body()).isEqualTo(before);
      give(node, log.append(SmallDay.report(7, "adorf-2", 300, 200)));
    }
  }

  @Test
  void a_day_keeps_the_key_under_which_it_was_first_seen() {
    TestLog log = SmallDay.log();
    TestLog other = SmallDay.log().append(SmallDay.night());
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      assertThat(node.accept(other.key(), other.note(), 0, other.from(0)))
          .isInstanceOf(Answer.Refused.class);
    }
  }

  @Test
  void a_node_with_keys_accepts_no_other() {
    TestLog log = SmallDay.log();
    PublicNodeSettings settings = settings("data").trusting(List.of(SmallDay.log().key()));
    try (PublicNode node = PublicNode.start(settings)) {
      assertThat(node.accept(log.key(), log.note(), 0, log.from(0)))
          .isInstanceOf(Answer.Refused.class);
      assertThat(new Http(node).get(DAY).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void what_a_node_hands_out_verifies_and_a_changed_byte_on_its_disk_does_not() throws IOException {
    TestLog log = SmallDay.log().append(SmallDay.night());
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      assertThat(verify(node, log).problems()).isEmpty();
      assertThat(verify(node, log).entries()).isEqualTo(log.size());
      Path bundle =
          folder.resolve("data/%s/log/tile/entries/000.p/%d".formatted(SmallDay.KEY, log.size()));
      String text = Files.readString(bundle, java.nio.charset.StandardCharsets.ISO_8859_1);
      Files.writeString(
          bundle,
          text.replaceFirst("\"D1\":300", "\"D1\":301"),
          java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(verify(node, log).problems().getFirst().place()).contains("adorf-1");
    }
  }

  @Test
  void a_damaged_folder_is_set_aside_and_the_day_read_anew() throws IOException {
    TestLog log = SmallDay.log().append(SmallDay.night());
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
    }
    Path tiles = folder.resolve("data/" + SmallDay.KEY + "/log");
    Path bundle = tiles.resolve("tile/entries/000.p/" + log.size());
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bundle, bytes);
    try (PublicNode node = PublicNode.start(settings("data"))) {
      assertThat(new Http(node).get(DAY).statusCode()).isEqualTo(404);
      assertThat(tiles.getParent()).isDirectoryContaining("glob:**/damaged-*");
      give(node, log);
      assertThat(new Http(node).text(DAY)).contains("9 von 9 Meldungen");
    }
  }

  @Test
  void a_node_stops_before_a_verified_entry_that_cannot_be_applied_and_says_so() {
    TestLog log = SmallDay.log().append(SmallDay.report(5, "adorf-1", 300, 200));
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      Http http = new Http(node);
      assertThat(http.text(WK)).doesNotContain("Angehalten");
      long version = log.size();
      log.appendBytes("{\"type\":\"nonsense\"}".getBytes(UTF_8));
      log.append(SmallDay.report(6, "adorf-2", 300, 200));
      give(node, log);
      assertThat(node.version(SmallDay.KEY)).hasValue(version);
      assertThat(http.text(WK)).contains("role=\"alert\"", "Angehalten");
      assertThat(verify(node, log).entries()).isEqualTo(log.size());
      assertThat(verify(node, log).problems()).hasSize(1);
    }
    try (PublicNode node = PublicNode.start(settings("data"))) {
      assertThat(new Http(node).text(WK)).contains("Angehalten");
    }
  }

  @Test
  void a_ledger_whose_key_names_another_day_is_not_shown() {
    TestLog log = new TestLog("test/2031-01-01").append(SmallDay.opening());
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      assertThat(new Http(node).get("/2031-01-01/").statusCode()).isEqualTo(404);
      assertThat(new Http(node).get(DAY).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void partial_tiles_that_are_not_stored_are_cut_from_longer_ones() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    try (PublicNode node = PublicNode.start(settings("data"))) {
      give(node, log);
      Http http = new Http(node);
      String tile = DAY + "log/tile/";
      byte[] hashes = http.get(tile + "0/000.p/" + log.size()).body();
      assertThat(http.get(tile + "0/000.p/2").body())
          .hasSize(64)
          .isEqualTo(java.util.Arrays.copyOf(hashes, 64));
      byte[] first = log.from(0).getFirst();
      assertThat(http.get(tile + "entries/000.p/1").body()).hasSize(first.length + 2);
      assertThat(http.get(tile + "0/000.p/" + (log.size() + 1)).statusCode()).isEqualTo(404);
      assertThat(http.get(tile + "0/000").statusCode()).isEqualTo(404);
    }
  }
}
