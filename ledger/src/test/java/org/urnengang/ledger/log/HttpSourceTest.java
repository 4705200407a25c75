package org.urnengang.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceTest {
  private static final TestLog LOG = new TestLog("owl/2017-09-24-probe", 300);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int broken;

  HttpSourceTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve_a_folder(@TempDir Path path) {
    TileFolder folder = new TileFolder(path, 0);
    folder.extend(LOG.tree(300), LOG.entries(), LOG.note(300));
    LogSource files = new FolderSource(path);
    server.createContext("/", exchange -> answer(exchange, files));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    client.close();
  }

  private void answer(HttpExchange exchange, LogSource files) throws IOException {
    String address = exchange.getRequestURI().toString();
    asked.add(address);
    Optional<byte[]> file =
        address.startsWith("/log/") ? files.read(address.substring(5)) : Optional.empty();
    int status = broken > 0 ? broken : file.isPresent() ? 200 : 404;
    byte[] body = status == 200 ? file.orElseThrow() : "nichts".getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private HttpSource source() {
    return new HttpSource(client, address("/log"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/log", "/log/"})
  void a_log_is_read_from_its_address_with_or_without_a_slash(String path) {
    HttpSource source = new HttpSource(client, address(path));
    VerifiedLog log = new VerifiedLog(LOG.key().verificationKey());

    log.extend(
        new String(source.require("checkpoint"), UTF_8), 0, VerifiedLog.entries(source, 0, 300));

    assertThat(log.size()).isEqualTo(300);
    assertThat(asked)
        .containsExactly("/log/checkpoint", "/log/tile/entries/000", "/log/tile/entries/001.p/44");
    assertThat(source).hasToString(address("/log/").toString());
  }

  @Test
  void what_is_not_there_is_nothing() {
    assertThat(source().read("tile/0/999")).isEmpty();
    assertThatThrownBy(() -> source().require("vkey"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("vkey fehlt");
    assertThat(source().tile(new Tile(0, 0, 17)).orElseThrow()).hasSize(256 * Hash.SIZE);
    assertThat(asked).contains("/log/tile/0/000.p/17", "/log/tile/0/000");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 403, 301, 206})
  void any_other_answer_is_an_outage(int status) {
    broken = status;

    assertThatThrownBy(() -> source().read("checkpoint"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining(String.valueOf(status));
  }

  @Test
  void a_refused_connection_is_an_outage() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    HttpSource source = new HttpSource(client, URI.create("http://127.0.0.1:" + port + "/log"));

    assertThatThrownBy(() -> source.read("checkpoint"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("nicht erreichbar");
  }

  @Test
  void an_answer_that_breaks_off_is_an_outage() {
    server.createContext(
        "/cut/",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(1);
          exchange.close();
        });

    assertThatThrownBy(() -> new HttpSource(client, address("/cut")).read("checkpoint"))
        .isInstanceOf(LogException.class);
  }

  @Test
  void an_answer_longer_than_any_tile_is_an_outage() {
    server.createContext(
        "/long/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] chunk = new byte[1 << 20];
          for (int i = 0; i < 17; i++) {
            exchange.getResponseBody().write(chunk);
          }
          exchange.close();
        });

    assertThatThrownBy(() -> new HttpSource(client, address("/long")).read("checkpoint"))
        .isInstanceOf(LogException.class);
  }

  @Test
  void an_interrupted_reader_stays_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> source().read("checkpoint"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("abgebrochen");
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "log", "/log", "file:///tmp/log", "ftp://h/log", "http:/log", "mailto:x"})
  void an_address_that_is_none_of_the_web_is_refused(String address) {
    assertThatThrownBy(() -> new HttpSource(client, URI.create(address)))
        .isInstanceOf(LogException.class);
  }
}
