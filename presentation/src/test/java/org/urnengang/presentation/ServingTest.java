package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

@Timeout(60)
class ServingTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final String WK = DAY + "bundestagswahl/wk-1";

  @TempDir static Path folder;
  private static PublicNode node;
  private static Http http;

  @BeforeAll
  static void open() {
    TestLog log = SmallDay.log().append(SmallDay.night());
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    http = new Http(node);
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<byte[]> send(String method, String path) {
    return http.send(
        HttpRequest.newBuilder(URI.create(http.root() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  @Test
  void a_page_comes_in_the_best_encoding_that_the_reader_takes() throws IOException {
    byte[] plain = http.get(WK).body();
    HttpResponse<byte[]> gzip = http.get(WK, "Accept-Encoding", "gzip, br;q=0");
    assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain);
    }
    HttpResponse<byte[]> brotli = http.get(WK, "Accept-Encoding", "gzip, deflate, br");
    assertThat(header(brotli, "content-encoding")).isEqualTo("br");
    Brotli4jLoader.ensureAvailability();
    assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain);
    assertThat(header(brotli, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(brotli, "etag")).isNotEqualTo(header(gzip, "etag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "br"})
  void who_has_the_page_already_is_told_so(String encoding) {
    String[] accept = {"Accept-Encoding", encoding.isEmpty() ? "identity" : encoding};
    String tag = header(http.get(WK, accept), "etag");
    assertThat(tag).matches("\"[0-9a-f]{24}(-gz|-br)?\"");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag)) {
      HttpResponse<byte[]> again = http.get(WK, accept[0], accept[1], "If-None-Match", known);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "etag")).isEqualTo(tag);
    }
    assertThat(http.get(WK, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void who_speaks_http_2_gets_http_2() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(http.root() + WK)).build();
      HttpResponse<byte[]> page = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(page.body()).isEqualTo(http.get(WK).body());
    }
  }

  @Test
  void a_head_has_the_headers_of_the_page_without_it() {
    HttpResponse<byte[]> head = send("HEAD", WK);
    HttpResponse<byte[]> get = http.get(WK);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("etag", "content-type", "content-length", "last-modified")) {
      assertThat(header(head, name)).as(name).isNotEmpty().isEqualTo(header(get, name));
    }
    assertThat(header(head, "last-modified")).isEqualTo("Sun, 05 May 2030 16:12:00 GMT");
  }

  @Test
  void every_answer_may_be_read_from_everywhere_and_runs_nothing_foreign() {
    for (String path :
        List.of(WK, WK + ".json", "/none", DAY + "log/checkpoint", "/health/ready")) {
      HttpResponse<byte[]> response = http.get(path);
      assertThat(header(response, "access-control-allow-origin")).as(path).isEqualTo("*");
      assertThat(header(response, "content-security-policy"))
          .as(path)
          .startsWith("default-src 'none'; style-src 'self'; script-src 'self'")
          .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'")
          .doesNotContain("unsafe");
      assertThat(header(response, "strict-transport-security")).isEqualTo("max-age=31536000");
      assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
      assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
      assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "server");
    }
  }

  @Test
  void pages_are_fresh_for_a_second_and_files_for_ever() {
    assertThat(header(http.get(WK), "cache-control")).isEqualTo("public, max-age=1");
    String page = http.text(WK);
    for (String kind : List.of("css", "js", "woff2", "svg")) {
      String file = page.replaceFirst("(?s).*\"(/assets/[^\"]*\\." + kind + ")\".*", "$1");
      HttpResponse<byte[]> response = http.get(file);
      assertThat(response.statusCode()).as(file).isEqualTo(200);
      assertThat(header(response, "cache-control")).contains("immutable");
    }
    assertThat(header(http.get(DAY + "log/checkpoint"), "cache-control")).contains("max-age=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/2030-05-06/",
        "/2030-05-05-probe/other/",
        "/2030-05-05-probe/bundestagswahl/none",
        "/2030-05-05-probe/freibad/bstadt",
        "/2030-05-05-probe/bundestagswahl/wk-1/more",
        "/health/"
      })
  void where_nothing_stands_a_friendly_page_says_so(String path) {
    HttpResponse<byte[]> response = http.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(new String(response.body(), UTF_8))
        .contains("<h1>Seite nicht gefunden</h1>", "Zu den Wahltagen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2030-05-05-probe/bundestagswahl/none.csv",
        "/2030-05-05-probe/bundestagswahl/wk-1.xml",
        "/2030-05-05-probe/bundestagswahl/wk-1.json.csv",
        "/2030-05-05-probe/bundestagswahl/none.svg",
        "/2030-05-05-probe/log/",
        "/2030-05-05-probe/log/tile/0/1",
        "/2030-05-05-probe/log/tile/9/000",
        "/2030-05-05-probe/log/tile/0/000.p/200",
        "/assets/none.css"
      })
  void where_a_file_is_asked_for_a_line_of_text_says_so(String path) {
    HttpResponse<byte[]> response = http.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(new String(response.body(), UTF_8))
        .isEqualTo("Unter dieser Adresse steht nichts.\n");
  }

  private static final String MISSING_JSON =
      "{\"code\":\"NOT_FOUND\",\"text\":\"Unter dieser Adresse steht nichts.\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/none",
        "/2031-01-01.json",
        "/2030-05-05-probe/bundestagswahl/none.json",
        "/2030-05-05-probe/bundestagswahl/wk-1.json?v=999",
        "/2030-05-05-probe/bundestagswahl/none.geojson"
      })
  void programs_get_their_refusals_as_json(String path) {
    HttpResponse<byte[]> response = http.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "content-type")).isEqualTo("application/json");
    assertThat(new String(response.body(), UTF_8)).isEqualTo(MISSING_JSON);
  }

  @Test
  void other_methods_are_refused_and_browsers_may_ask_before() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE")) {
      HttpResponse<byte[]> response = send(method, WK);
      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(header(response, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
    assertThat(send("OPTIONS", WK).statusCode()).isEqualTo(204);
    assertThat(send("GET", DAY + "log/push").statusCode()).isEqualTo(405);
  }

  /** Status line of an answer to a request that no decent client would send. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      OutputStream out = socket.getOutputStream();
      byte[] bytes = request.getBytes(ISO_8859_1);
      try {
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        return "closed";
      }
      byte[] start = socket.getInputStream().readNBytes(12);
      return new String(start, ISO_8859_1);
    } catch (java.net.SocketException e) {
      return "closed";
    }
  }

  private static String get(String path) throws IOException {
    return raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  @Test
  void tricks_with_paths_lead_nowhere() throws IOException {
    for (String path :
        List.of(
            "/../../etc/passwd",
            "/assets/../assets/none",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            DAY + "log/tile/../../../etc/passwd",
            DAY + "log/..%2f..%2fvkey",
            DAY + "log/tile/0/000.p/..",
            "//etc/passwd",
            "/\\..\\windows",
            DAY + "bundestagswahl/wk-1%00",
            DAY + "bundestagswahl/%3Cscript%3E",
            "/" + "a/".repeat(400))) {
      assertThat(get(path)).as(path).isIn("HTTP/1.1 404", "HTTP/1.1 400");
    }
    assertThat(get("http://other.example" + WK)).isEqualTo("HTTP/1.1 200");
  }

  @Test
  void a_huge_query_or_header_is_refused_and_a_small_query_ignored() throws IOException {
    assertThat(http.get(WK + "?a=b&c").body()).isEqualTo(http.get(WK).body());
    assertThat(get(WK + "?" + "q".repeat(10 << 20))).isIn("HTTP/1.1 414", "closed");
    String header = "X: " + "h".repeat(1 << 20);
    assertThat(raw("GET " + WK + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n"))
        .isIn("HTTP/1.1 431", "closed");
    assertThat(raw("nonsense\r\n\r\n")).isIn("HTTP/1.0 400", "HTTP/1.1 400", "closed");
    assertThat(http.get(WK).statusCode()).isEqualTo(200);
  }

  @Test
  void a_node_says_that_it_is_ready_and_with_what() {
    assertThat(http.text("/health/ready"))
        .isEqualTo("ready\n%s %d\n".formatted(SmallDay.KEY, node.version(SmallDay.KEY).orElse(0)));
  }

  @Test
  void an_address_without_its_last_slash_means_the_same() {
    for (String path : List.of(DAY, DAY + "bundestagswahl/", DAY + "corrections/", WK + "/")) {
      byte[] page = http.get(path).body();
      assertThat(Arrays.equals(http.get(path.substring(0, path.length() - 1)).body(), page))
          .as(path)
          .isTrue();
    }
  }
}
