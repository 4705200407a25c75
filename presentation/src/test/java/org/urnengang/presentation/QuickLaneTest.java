package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.presentation.RawHttp.Answer;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Plain requests are answered on a shorter way, which nobody may notice. */
@Timeout(60)
class QuickLaneTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final String WK = DAY + "bundestagswahl/wk-1";

  @TempDir static Path folder;
  private static PublicNode node;

  @BeforeAll
  static void open() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static Map<String, String> withoutDate(Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    assertThat(headers.remove("date")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} .* GMT");
    return headers;
  }

  /** With a body, if only an empty one, a request is no longer plain. */
  private static String[] theLongWay(String... lines) {
    return Stream.concat(Stream.of(lines), Stream.of("Content-Length: 0")).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Accept-Encoding: gzip",
        "Accept-Encoding: br, gzip",
        "Accept-Encoding: br;q=0"
      })
  void the_short_way_and_the_long_way_give_the_same_answer(String line) throws IOException {
    String[] lines = line.isEmpty() ? new String[0] : new String[] {line};
    for (String path :
        List.of(WK, WK + ".json", WK + ".csv", WK + "?v=9", DAY + "none", DAY + "none.json", "/")) {
      try (RawHttp quick = new RawHttp(node.port());
          RawHttp full = new RawHttp(node.port())) {
        Answer one = quick.write(RawHttp.get(path, lines)).answer();
        Answer other = full.write(RawHttp.get(path, theLongWay(lines))).answer();
        assertThat(one.status()).as(path).isEqualTo(other.status());
        assertThat(withoutDate(one)).as(path).isEqualTo(withoutDate(other));
        assertThat(one.body()).as(path).isEqualTo(other.body());
        String known = "If-None-Match: " + one.headers().get("etag");
        Answer again = quick.write(RawHttp.get(path, known)).answer();
        Answer otherAgain = full.write(RawHttp.get(path, theLongWay(known))).answer();
        assertThat(again.status()).as(path).isEqualTo(otherAgain.status());
        assertThat(withoutDate(again)).as(path).isEqualTo(withoutDate(otherAgain));
      }
    }
  }

  @Test
  void one_connection_may_ask_in_any_way_one_after_the_other() throws IOException {
    try (RawHttp reader = new RawHttp(node.port())) {
      String get = RawHttp.get(WK + ".json");
      byte[] body = reader.write(get).answer().body();
      assertThat(body).isNotEmpty();
      assertThat(reader.write(get).answer().body()).isEqualTo(body);
      assertThat(reader.write(RawHttp.get(WK + ".json", theLongWay())).answer().body())
          .isEqualTo(body);
      assertThat(reader.write(get).answer().body()).isEqualTo(body);
      reader.write(get + get + get);
      for (int i = 0; i < 3; i++) {
        assertThat(reader.answer().body()).isEqualTo(body);
      }
    }
  }

  @Test
  void requests_may_come_in_pieces_and_together() throws IOException {
    String get = RawHttp.get(WK + ".json");
    for (int cut : new int[] {1, 4, 30, get.length() - 2, get.length() - 1}) {
      try (RawHttp reader = new RawHttp(node.port())) {
        reader.write(get.substring(0, cut));
        assertThat(new Http(node).get("/health/ready").statusCode()).isEqualTo(200);
        byte[] body = reader.write(get.substring(cut) + get + get).answer().body();
        assertThat(reader.answer().body()).isEqualTo(body);
        assertThat(reader.answer().body()).isEqualTo(body);
      }
    }
  }

  @Test
  void a_request_inside_the_body_of_another_is_not_answered() throws IOException {
    String inner = RawHttp.get("/health/ready");
    try (RawHttp reader = new RawHttp(node.port())) {
      reader.write(RawHttp.get(WK + ".json", "Content-Length: " + inner.length()));
      assertThat(reader.answer().headers()).containsEntry("content-type", "application/json");
      reader.write(inner);
      Answer next = reader.write(RawHttp.get("/robots.txt")).answer();
      assertThat(next.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
      assertThat(new String(next.body(), UTF_8)).startsWith("User-agent");
    }
  }

  @Test
  void who_asks_after_a_new_version_came_gets_it(@TempDir Path other) throws IOException {
    try (PublicNode growing =
            PublicNode.start(PublicNodeSettings.of(0, other).onHost("127.0.0.1"));
        RawHttp reader = new RawHttp(growing.port())) {
      TestLog log = SmallDay.log();
      growing.accept(log.key(), log.note(), 0, log.from(0));
      for (Entry report : SmallDay.night()) {
        int known = log.size();
        log.append(report);
        growing.accept(log.key(), log.note(), known, log.from(known));
        Answer answer = reader.write(RawHttp.get(DAY.replaceAll("/$", ".json"))).answer();
        assertThat(new String(answer.body(), UTF_8)).contains("\"version\":" + log.size() + ",");
      }
    }
  }
}
