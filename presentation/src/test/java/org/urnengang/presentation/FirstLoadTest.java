package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** What the first look at a constituency costs a reader, added up from real transfers. */
@Timeout(60)
class FirstLoadTest {
  private static final int MOST = 60_000;
  private static final int MOST_SCRIPT = 8_000;
  private static final Pattern LOADED =
      Pattern.compile(
          "<(?:link rel=\"(?:stylesheet|preload|icon)\"|script)[^>]*(?:href|src)=\"([^\"]+)\"");
  private static final Pattern IN_STYLE = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

  @TempDir Path folder;

  @Test
  void a_constituency_page_with_everything_it_loads_is_at_most_60_kilobytes() {
    try (PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"))) {
      TestLog log = DemoDay.log(100);
      node.accept(log.key(), log.note(), 0, log.from(0));
      Http http = new Http(node);
      Map<String, Integer> bytes = new LinkedHashMap<>();
      Deque<String> waiting = new ArrayDeque<>();
      waiting.add("/2017-09-24-probe/bundestagswahl/wk-136");
      while (!waiting.isEmpty()) {
        String path = waiting.poll();
        if (!bytes.containsKey(path)) {
          assertThat(path).as("nothing comes from elsewhere").startsWith("/");
          bytes.put(path, transferred(http, path));
          loadedBy(http, path).forEach(waiting::add);
        }
      }
      int all = bytes.values().stream().mapToInt(Integer::intValue).sum();
      int script =
          bytes.entrySet().stream()
              .filter(entry -> entry.getKey().endsWith(".js"))
              .mapToInt(Map.Entry::getValue)
              .sum();
      bytes.forEach((path, size) -> System.out.printf("%7d %s%n", size, path));
      System.out.printf("%7d bytes for the first load, %d of them script%n", all, script);
      assertThat(all).isLessThanOrEqualTo(MOST);
      assertThat(script).isLessThanOrEqualTo(MOST_SCRIPT);
    }
  }

  /** Body and head as they go over the wire. */
  private static int transferred(Http http, String path) {
    HttpResponse<byte[]> answer = http.get(path, "Accept-Encoding", "br");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).as("no cookies").isEmpty();
    int head =
        answer.headers().map().entrySet().stream()
            .mapToInt(line -> line.getKey().length() + String.join(",", line.getValue()).length())
            .sum();
    return answer.body().length + head;
  }

  private static java.util.List<String> loadedBy(Http http, String path) {
    boolean style = path.endsWith(".css");
    if (!style && path.contains(".")) {
      return java.util.List.of();
    }
    String text = new String(http.get(path).body(), StandardCharsets.UTF_8);
    Matcher matcher = (style ? IN_STYLE : LOADED).matcher(text);
    return matcher
        .results()
        .map(result -> result.group(1))
        .filter(found -> !found.startsWith("#"))
        .map(found -> found.startsWith("/") || found.contains(":") ? found : "/assets/" + found)
        .toList();
  }
}
