package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebGuardTest {
  @TempDir static Path data;
  static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** The status line that a raw request gets. */
  private static String raw(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.office.port())) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void every_answer_carries_the_headers_that_keep_browsers_strict() {
    for (String path :
        List.of("/", "/api/days", "/nirgends", "/api/nirgends", "/assets/nichts.css", "/tag/x")) {
      Map<String, List<String>> headers = office.get(path).headers().map();
      assertThat(headers.get("content-security-policy"))
          .singleElement()
          .asString()
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers)
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("same-origin"))
          .containsEntry("cache-control", List.of("no-store"));
    }
  }

  @Test
  void a_foreign_name_is_not_answered() throws IOException {
    assertThat(raw("GET /api/days HTTP/1.1", "Host: evil.example"))
        .startsWith("HTTP/1.1 421")
        .contains("FOREIGN_HOST")
        .doesNotContain("2017-09-24");
    assertThat(raw("GET /api/days HTTP/1.1", "Host: localhost.evil.example:80"))
        .startsWith("HTTP/1.1 421");
    for (String name : List.of("localhost:1", "127.0.0.1", "[::1]:8080")) {
      assertThat(
              raw(
                  "GET /api/days HTTP/1.1",
                  "Host: " + name,
                  "Authorization: Bearer " + office.token))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void what_the_server_itself_refuses_carries_them_too() throws IOException {
    for (String line :
        List.of("GET /%zz HTTP/1.1", "GET /a%00b HTTP/1.1", "TRACE / HTTP/1.1", "GARBAGE")) {
      assertThat(raw(line, "Host: localhost"))
          .startsWith("HTTP/1.1 4")
          .contains("Content-Security-Policy: default-src 'none'")
          .doesNotContain("Tomcat", "Exception");
    }
  }

  @Test
  void another_sites_page_changes_nothing() {
    String path = TestOffice.federal("0001/report?release=true");
    for (List<String> header :
        List.of(
            List.of("Origin", "http://evil.example"),
            List.of("Origin", "null"),
            List.of("Origin", "http://localhost:1"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"))) {
      HttpResponse<String> answer =
          office.post(
              path,
              TestOffice.report(640),
              "Idempotency-Key",
              "k",
              "Rehearsal-Time",
              TestOffice.AFTER_CLOSE,
              header.get(0),
              header.get(1));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("FOREIGN_ORIGIN");
    }
    assertThat(office.get(TestOffice.federal("0001")).body()).contains("\"state\":\"missing\"");
  }

  @Test
  void another_sites_page_may_link_here_and_load_nothing() throws IOException {
    String page = "GET /anmelden HTTP/1.1";
    String site = "Sec-Fetch-Site: cross-site";
    assertThat(
            raw(
                page,
                "Host: localhost",
                site,
                "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document"))
        .startsWith("HTTP/1.1 200");
    for (String other :
        List.of(
            "Sec-Fetch-Mode: no-cors",
            "Sec-Fetch-Mode: cors",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: embed")) {
      assertThat(raw(page, "Host: localhost", site, other)).as(other).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void htmx_evaluates_nothing_and_brings_no_styles() {
    assertThat(office.person().get("/").body())
        .contains("{\"allowEval\":false,\"includeIndicatorStyles\":false}");
  }

  @Test
  void only_this_machine_is_listened_to() throws IOException {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
          assertThatThrownBy(() -> new Socket(address, office.office.port()).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }
}
