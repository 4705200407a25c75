package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

@Timeout(60)
class PushTest {
  private static final String PUSH = "/" + SmallDay.KEY + "/log/push";

  @TempDir Path folder;
  private final TestLog log = SmallDay.log();

  private PublicNode start(TestLog... trusted) {
    return PublicNode.start(
        PublicNodeSettings.of(0, folder.resolve("data"))
            .onHost("127.0.0.1")
            .trusting(Arrays.stream(trusted).map(TestLog::key).toList()));
  }

  private static byte[] body(long from, String note, List<byte[]> entries) {
    byte[] signed = note.getBytes(UTF_8);
    byte[] bundle = EntryBundle.encode(entries);
    return ByteBuffer.allocate(12 + signed.length + bundle.length)
        .putLong(from)
        .putInt(signed.length)
        .put(signed)
        .put(bundle)
        .array();
  }

  private static byte[] body(TestLog log, long from) {
    return body(from, log.note(), log.from(from));
  }

  private static String push(PublicNode node, byte[] body) {
    Http http = new Http(node);
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(http.root() + PUSH))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    String text = new String(answer.body(), UTF_8).strip();
    boolean size = answer.statusCode() == 200 || answer.statusCode() == 409;
    return answer.statusCode() + (size ? " " + text : "");
  }

  @Test
  void pushed_entries_are_shown_and_answered_with_the_new_size() {
    try (PublicNode node = start(log)) {
      int opened = log.size();
      assertThat(push(node, body(log, 0))).isEqualTo("200 " + opened);
      log.append(SmallDay.report(5, "adorf-1", 300, 200));
      assertThat(push(node, body(log, opened))).isEqualTo("200 " + log.size());
      assertThat(push(node, body(log, opened))).isEqualTo("200 " + log.size());
      assertThat(new Http(node).text("/" + SmallDay.KEY + "/")).contains("1 von 9 Meldungen");
    }
  }

  @Test
  void missing_entries_are_answered_with_the_own_size() {
    try (PublicNode node = start(log)) {
      assertThat(push(node, body(log, 1))).isEqualTo("409 0");
      assertThat(push(node, body(log, 0))).isEqualTo("200 " + log.size());
      int known = log.size();
      log.append(SmallDay.night());
      assertThat(push(node, body(log, known + 3))).isEqualTo("409 " + known);
    }
  }

  @Test
  void what_is_not_signed_with_the_configured_key_is_refused() {
    TestLog stranger = SmallDay.log();
    try (PublicNode node = start(log)) {
      assertThat(push(node, body(stranger, 0))).isEqualTo("403");
      assertThat(push(node, body(0, "no note", log.from(0)))).isEqualTo("403");
      assertThat(push(node, body(0, log.note(), stranger.from(1)))).isEqualTo("403");
      assertThat(node.size(log.key())).isZero();
    }
  }

  @Test
  void an_unknown_ledger_without_a_configured_key_is_refused() {
    try (PublicNode node = start()) {
      assertThat(push(node, body(log, 0))).isEqualTo("403");
      assertThat(new Http(node).get("/" + SmallDay.KEY + "/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_known_ledger_may_be_pushed_under_its_own_key() {
    try (PublicNode node = start()) {
      int opened = log.size();
      node.accept(log.key(), log.note(), 0, log.from(0));
      log.append(SmallDay.night());
      assertThat(push(node, body(log, opened))).isEqualTo("200 " + log.size());
    }
  }

  @Test
  void bodies_that_are_cut_off_or_nonsense_are_refused() {
    try (PublicNode node = start(log)) {
      byte[] whole = body(log, 0);
      assertThat(push(node, new byte[0])).isEqualTo("400");
      assertThat(push(node, Arrays.copyOf(whole, 40))).isEqualTo("400");
      assertThat(push(node, Arrays.copyOf(whole, whole.length - 5))).isEqualTo("400");
      assertThat(push(node, body(-1, log.note(), log.from(0)))).isEqualTo("400");
      assertThat(push(node, ByteBuffer.allocate(12).putLong(0).putInt(1 << 20).array()))
          .isEqualTo("400");
      assertThat(push(node, whole)).isEqualTo("200 " + log.size());
    }
  }
}
