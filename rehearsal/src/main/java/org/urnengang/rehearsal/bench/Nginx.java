package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The peer of a public node: nginx that serves one page of it as a static file. */
final class Nginx {
  /** Headers that nginx sets itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of("date", "content-length", "content-type", "etag", "last-modified", ":status");

  private Nginx() {}

  /** Where the page is. */
  static String page(int port) {
    return "http://127.0.0.1:" + port + "/page.html";
  }

  /** As fast as nginx can be made for a static file: no log, files kept open, all cores. */
  static Child serving(HttpResponse<byte[]> page, int port, Path work) {
    String headers =
        page.headers().map().entrySet().stream()
            .filter(header -> !OWN_HEADERS.contains(header.getKey()))
            .map(
                header ->
                    "add_header %s \"%s\";\n"
                        .formatted(header.getKey(), header.getValue().getFirst()))
            .collect(Collectors.joining());
    String configuration =
        """
        worker_processes auto; daemon off; pid %1$s/nginx.pid; error_log %1$s/nginx-error.log;
        worker_rlimit_nofile 20000; events { worker_connections 16384; }
        http {
        access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
        open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
        types { text/html html; } charset utf-8;
        client_body_temp_path %1$s/tmp; proxy_temp_path %1$s/tmp; fastcgi_temp_path %1$s/tmp;
        uwsgi_temp_path %1$s/tmp; scgi_temp_path %1$s/tmp;
        server { listen 127.0.0.1:%2$d backlog=4096; root %1$s/www;
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
}
