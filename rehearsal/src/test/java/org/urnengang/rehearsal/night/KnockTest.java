package org.urnengang.rehearsal.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnockTest {
  private static final Knock SHORT =
      new Knock(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(300));

  private static final Knock PATIENT =
      new Knock(Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMinutes(1));

  private final AtomicInteger told = new AtomicInteger();

  private static HttpServer office(int port) throws IOException {
    HttpServer office =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    office.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    office.start();
    return office;
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void an_office_that_answers_anything_is_there() throws Exception {
    HttpServer office = office(0);
    try {
      assertThat(PATIENT.at(at(office.getAddress().getPort()), told::incrementAndGet)).isTrue();
      assertThat(told).hasValue(0);
    } finally {
      office.stop(0);
    }
  }

  @Test
  void an_office_that_takes_no_connection_or_says_nothing_is_told_once_and_given_up()
      throws Exception {
    int free;
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      free = silent.getLocalPort();
      assertThat(SHORT.at(at(free), told::incrementAndGet)).isFalse();
      assertThat(told).hasValue(1);
    }
    assertThat(SHORT.at(at(free), told::incrementAndGet)).isFalse();
    assertThat(told).hasValue(2);
  }

  @Test
  void an_office_that_comes_later_is_waited_for() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    HttpServer[] office = new HttpServer[1];
    Knock patient = new Knock(Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofMinutes(1));
    try {
      boolean there =
          patient.at(
              at(port),
              () -> {
                try {
                  office[0] = office(port);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(there).isTrue();
    } finally {
      office[0].stop(0);
    }
  }
}
