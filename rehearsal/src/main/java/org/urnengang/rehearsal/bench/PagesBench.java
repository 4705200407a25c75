package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code bench pages}: a constituency's page with brotli over keep-alive, beside nginx that serves
 * the same bytes with the same headers as a static file.
 */
public final class PagesBench {
  private static final int SECONDS = 5;
  private static final int WARM_UP = 15;
  private static final String BROTLI = "Accept-Encoding: br";

  /** Headers that nginx sets itself. */
  private static final Set<String> OF_NGINX =
      Set.of("date", "content-length", "content-type", "etag", "last-modified", ":status");

  private final List<String> command;
  private final Path election;
  private final Path work;

  /**
   * A benchmark.
   *
   * @param command starts {@code urnengang}, without its arguments
   * @param election folder of an election with constituencies and a night
   * @param work an empty folder
   */
  public PagesBench(List<String> command, Path election, Path work) {
    this.command = List.copyOf(command);
    this.election = election;
    this.work = work;
  }

  /** Alternating rounds after one that warms both up. */
  public BenchResult run(int rounds) {
    SignedNight night = SignedNight.of(election);
    for (int report = 0; report < night.reports(); report++) {
      night.report(report);
    }
    try (NodeUnderLoad node = NodeUnderLoad.start(command, night, work)) {
      node.push();
      String page = node.address().resolve(page(night)).toString();
      int port = NodeUnderLoad.freePort();
      try (Child _ = nginx(port, fetch(node, page))) {
        return measure(rounds, page, "http://127.0.0.1:" + port + "/page.html");
      }
    }
  }

  private static String page(SignedNight night) {
    String constituency =
        night.day().areas().areas().stream()
            .filter(area -> area.level().key().equals("constituency"))
            .findFirst()
            .orElseThrow()
            .id();
    return "/%s/%s/%s"
        .formatted(night.day().key(), night.day().elections().getFirst().key(), constituency);
  }

  private static HttpResponse<byte[]> fetch(NodeUnderLoad node, String page) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page)).header("Accept-Encoding", "br").build();
    try {
      HttpResponse<byte[]> answer =
          node.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200
          || !answer.headers().firstValue("content-encoding").orElse("").equals("br")) {
        throw new IllegalStateException(page + " is not there in brotli");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As fast as nginx can be made for a static file: no log, files kept open, all cores. */
  private Child nginx(int port, HttpResponse<byte[]> page) {
    String headers =
        page.headers().map().entrySet().stream()
            .filter(header -> !OF_NGINX.contains(header.getKey()))
            .map(
                header ->
                    "add_header %s \"%s\";\n"
                        .formatted(header.getKey(), header.getValue().getFirst()))
            .collect(Collectors.joining());
    String configuration =
        """
        worker_processes auto; daemon off; pid %1$s/nginx.pid; error_log %1$s/nginx-error.log;
        events { worker_connections 4096; }
        http {
        access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
        open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
        types { text/html html; } charset utf-8;
        client_body_temp_path %1$s/tmp; proxy_temp_path %1$s/tmp; fastcgi_temp_path %1$s/tmp;
        uwsgi_temp_path %1$s/tmp; scgi_temp_path %1$s/tmp;
        server { listen 127.0.0.1:%2$d; root %1$s/www;
        %3$s}
        }
        """
            .formatted(work, port, headers);
    try {
      Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectories(work.resolve("www"));
      Files.createDirectories(work.resolve("tmp"));
      Files.write(work.resolve("www/page.html"), page.body());
      Path file = Files.writeString(work.resolve("nginx.conf"), configuration);
      return Child.listening(
          List.of("nginx", "-c", file.toString()), port, work.resolve("nginx.log"));
    } catch (IOException e) {
      throw new UncheckedIOException("nginx (package nginx-light) is needed", e);
    }
  }

  private static BenchResult measure(int rounds, String ours, String peer) {
    Wrk.round(ours, WARM_UP, BROTLI);
    Wrk.round(peer, SECONDS);
    List<Wrk> own = new ArrayList<>();
    List<Wrk> others = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      own.add(Wrk.round(ours, SECONDS, BROTLI));
      others.add(Wrk.round(peer, SECONDS, BROTLI));
    }
    return new BenchResult(
            "pages",
            "req/s",
            own.stream().map(Wrk::perSecond).toList(),
            others.stream().map(Wrk::perSecond).toList())
        .with("ours_p99_ms", BenchResult.median(own.stream().map(Wrk::p99).toList()))
        .with("peer_p99_ms", BenchResult.median(others.stream().map(Wrk::p99).toList()));
  }
}
