package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/** A neighbour's running night behind a real web server. */
class NightFromWebTest {
  private static final String OPEN = FollowedNight.OPEN;
  private static final String ONE = FollowedNight.ONE;
  private static final String TWO = FollowedNight.TWO;

  private final Map<String, Page> pages = new HashMap<>();
  private final List<RecordedReport> reports = new ArrayList<>();
  private int notModified;
  private Optional<HttpServer> running = Optional.empty();
  private Optional<ElectionDay> day = Optional.empty();

  private record Page(int status, String body, String lastModified) {}

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), FollowedNight.votes(OPEN, OPEN));
    Import.run(
        ImportFormat.VOTEMANAGER, List.of(file), folder.resolve("day"), ImportOptions.defaults());
    day = Optional.of(ElectionFolder.read(folder.resolve("day")).day());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    running = Optional.of(server);
  }

  @AfterEach
  void stop() {
    running.ifPresent(server -> server.stop(0));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "", ""));
      String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
      if (!page.lastModified().isEmpty() && page.lastModified().equals(since)) {
        notModified++;
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      if (!page.lastModified().isEmpty()) {
        exchange.getResponseHeaders().set("Last-Modified", page.lastModified());
      }
      if (page.status() == 302) {
        exchange.getResponseHeaders().set("Location", "/anderswo.csv");
      }
      exchange.sendResponseHeaders(page.status(), page.body().isEmpty() ? -1 : 0);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(page.body().getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void publish(String path, String text, int minute) {
    String time = "Sun, 29 Mar 2020 17:%02d:00 GMT".formatted(minute);
    pages.put(path, new Page(200, text, time));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + running.orElseThrow().getAddress().getPort() + path);
  }

  private NightFollower follower(String... paths) {
    List<URI> addresses = new ArrayList<>();
    for (String path : paths) {
      addresses.add(address(path));
    }
    return NightFollower.ofUrls(
        ImportFormat.VOTEMANAGER,
        addresses,
        new NightFollower.Follow(
            day.orElseThrow(),
            InstantSource.fixed(Instant.parse("2020-03-29T17:30:00Z")),
            ImportOptions.defaults()),
        ReportTaker.all(reports::add));
  }

  private static String reason(Poll poll) {
    assertThat(poll).isInstanceOf(Poll.Skipped.class);
    return ((Poll.Skipped) poll).reason();
  }

  @Test
  void a_file_is_fetched_again_only_when_it_changed() {
    publish("/a/Open-Data.csv", FollowedNight.votes(ONE, OPEN), 1);

    try (NightFollower follower = follower("/a/Open-Data.csv")) {
      assertThat(follower.poll()).isInstanceOf(Poll.Changed.class);
      assertThat(follower.poll()).isEqualTo(new Poll.Unchanged());
      assertThat(notModified).isEqualTo(1);
      publish("/a/Open-Data.csv", FollowedNight.votes(ONE, TWO), 2);
      assertThat(follower.poll()).isInstanceOf(Poll.Changed.class);
    }
    assertThat(reports).hasSize(2);
  }

  @Test
  void an_older_copy_of_a_cache_is_skipped() {
    publish("/a.csv", FollowedNight.votes(ONE, OPEN), 9);
    try (NightFollower follower = follower("/a.csv")) {
      follower.poll();
      publish("/a.csv", FollowedNight.votes(ONE, TWO), 3);

      assertThat(reason(follower.poll())).contains("2020-03-29T17:03", "2020-03-29T17:09");
    }
  }

  @Test
  void open_data_json_stands_for_the_files_it_lists() {
    publish(
        "/od/open_data.json",
        """
        {"csvs":[{"wahl":"x","ebene":"y","url":"Open-Data-1.csv"},{"url":"../../geheim.csv"},{"url":"http://anders/x.csv"}],
         "dateifelder":[]}
        """,
        1);
    publish("/od/Open-Data-1.csv", FollowedNight.votes(ONE, OPEN), 1);

    try (NightFollower follower = follower("/od/open_data.json")) {
      assertThat(follower.poll()).isInstanceOf(Poll.Changed.class);
    }
    assertThat(reports).hasSize(1);
  }

  @Test
  void what_the_server_cannot_give_is_said_and_tried_again() {
    publish("/a.csv", FollowedNight.votes(ONE, OPEN), 1);
    pages.put("/b.csv", new Page(503, "", ""));

    try (NightFollower follower = follower("/a.csv", "/b.csv")) {
      assertThat(reason(follower.poll())).contains("/b.csv antwortet mit 503");
      publish("/b.csv", FollowedNight.votes(ONE, OPEN), 1);
      assertThat(follower.poll()).isInstanceOf(Poll.Changed.class);
    }
  }

  @Test
  void another_address_is_not_followed_by_itself() {
    pages.put("/a.csv", new Page(302, "", ""));

    try (NightFollower follower = follower("/a.csv")) {
      assertThat(reason(follower.poll())).contains("302", "verweist auf /anderswo.csv");
    }
  }

  @Test
  void more_than_64_megabytes_are_not_read() {
    pages.put("/a.csv", new Page(200, "0".repeat(65 << 20), ""));

    try (NightFollower follower = follower("/a.csv")) {
      assertThat(reason(follower.poll())).contains("mehr als 64 MB");
    }
  }

  @Test
  void a_server_that_is_gone_is_no_crash() {
    try (NightFollower follower = follower("/a.csv")) {
      stop();

      assertThat(reason(follower.poll())).contains("antwortet nicht");
    }
  }

  @Test
  void only_http_and_https_are_followed() {
    for (String address : List.of("file:///etc/passwd", "ftp://host/x.csv", "x.csv")) {
      assertThatThrownBy(
              () ->
                  NightFollower.ofUrls(
                      ImportFormat.VOTEMANAGER,
                      List.of(URI.create(address)),
                      new NightFollower.Follow(
                          day.orElseThrow(), InstantSource.system(), ImportOptions.defaults()),
                      ReportTaker.all(reports::add)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("http://");
    }
  }
}
