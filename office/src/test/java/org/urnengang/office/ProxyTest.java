package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.platform.OfficeAddress;
import org.urnengang.office.platform.OfficeRefused;

/** An office behind a proxy with TLS, with a second listener for polling boards. */
class ProxyTest {
  private static final String NAME = "wahlamt.example";

  @TempDir static Path data;
  static TestOffice office;
  static int boards;

  @BeforeAll
  static void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      boards = free.getLocalPort();
    }
    office =
        TestOffice.start(
            new OfficeSettings(
                new OfficeAddress(
                    0,
                    OptionalInt.of(boards),
                    Optional.of(URI.create("https://" + NAME)),
                    "127.0.0.1"),
                data,
                List.of(TestOffice.election("probe")),
                Optional.of(TestDatabases.create()),
                List.of(),
                Optional.empty()));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static String raw(int port, String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void the_session_is_bound_to_the_host_and_to_tls() throws IOException {
    String answer = raw(office.office.port(), "GET /anmelden HTTP/1.1", "Host: " + NAME);
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("Strict-Transport-Security: max-age=31536000")
        .containsPattern(
            "Set-Cookie: __Host-urnengang=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax\r\n")
        .doesNotContain("Server:", "X-Powered-By", "Tomcat");
    assertThat(office.office.firstLink().orElseThrow().toString())
        .startsWith("https://" + NAME + "/enrol/");
  }

  @Test
  void only_the_pages_of_the_own_name_change_something() throws IOException {
    int port = office.office.port();
    String post = "POST /anmelden HTTP/1.1";
    assertThat(raw(port, post, "Host: " + NAME, "Origin: http://" + NAME, "Content-Length: 0"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw(port, "GET / HTTP/1.1", "Host: anders.example")).startsWith("HTTP/1.1 421");
  }

  @Test
  void the_boards_port_carries_their_pages_only() throws IOException {
    for (String path : List.of("/", "/anmelden", "/api/days", "/personen")) {
      assertThat(raw(boards, "GET " + path + " HTTP/1.1", "Host: " + NAME))
          .as(path)
          .startsWith("HTTP/1.1 404");
    }
    assertThat(raw(boards, "GET /board/x HTTP/1.1", "Host: " + NAME))
        .contains("require-trusted-types-for 'script'");
    assertThat(raw(office.office.port(), "GET /board/x HTTP/1.1", "Host: " + NAME))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void an_office_that_others_reach_needs_tls() {
    assertThatThrownBy(() -> address(Optional.of("http://" + NAME), "127.0.0.1"))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> address(Optional.empty(), "0.0.0.0"))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("--office-url");
  }

  private static OfficeAddress address(Optional<String> url, String listen) {
    return new OfficeAddress(0, OptionalInt.empty(), url.map(URI::create), listen);
  }
}
