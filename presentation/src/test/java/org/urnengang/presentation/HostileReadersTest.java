package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.presentation.node.Limits;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Whoever is slow, silent or many is let go, and nobody else notices. */
@Timeout(120)
class HostileReadersTest {
  private static final String DAY = "/" + SmallDay.KEY + "/";
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Optional<PublicNode> node = Optional.empty();

  private PublicNode open(Limits limits, String host) {
    PublicNode started =
        PublicNode.start(PublicNodeSettings.of(0, folder).onHost(host).granting(limits));
    TestLog log = SmallDay.log().append(SmallDay.night());
    started.accept(log.key(), log.note(), 0, log.from(0));
    node = Optional.of(started);
    return started;
  }

  @AfterEach
  void close() {
    node.ifPresent(PublicNode::close);
  }

  private static Limits patient() {
    return new Limits(1_000, 1_000, LONG, LONG, LONG, LONG);
  }

  /** Sends one byte after the other until the node has enough, and says how long that took. */
  private static Duration trickle(PublicNode node, String start) throws Exception {
    long begin = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(100);
      socket.getOutputStream().write(start.getBytes(ISO_8859_1));
      while (true) {
        socket.getOutputStream().write('x');
        try {
          if (socket.getInputStream().read() < 0) {
            return Duration.ofNanos(System.nanoTime() - begin);
          }
        } catch (java.net.SocketTimeoutException e) {
          assertThat(System.nanoTime() - begin)
              .as("the node waits for ever")
              .isLessThan(20_000_000_000L);
        }
      }
    } catch (java.net.SocketException e) {
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET / HTTP/1.1\r\nHost: x\r\nX: ", "G", "PRI * HTTP/2.0\r\n\r\n"})
  void a_request_that_trickles_in_is_not_waited_for(String start) throws Exception {
    PublicNode open = open(new Limits(1_000, 1_000, SHORT, LONG, LONG, LONG), "127.0.0.1");
    assertThat(trickle(open, start)).isLessThan(Duration.ofSeconds(10));
    assertThat(new Http(open).get(DAY).statusCode()).isEqualTo(200);
  }

  @Test
  void entries_that_trickle_in_are_not_waited_for() throws Exception {
    PublicNode open = open(new Limits(1_000, 1_000, LONG, SHORT, LONG, LONG), "127.0.0.1");
    String start = "POST " + DAY + "log/push HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n";
    assertThat(trickle(open, start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_connection_on_which_nothing_happens_is_closed() throws Exception {
    PublicNode open = open(new Limits(1_000, 1_000, LONG, LONG, LONG, SHORT), "127.0.0.1");
    try (RawHttp silent = new RawHttp(open.port());
        RawHttp served = new RawHttp(open.port())) {
      assertThat(served.write(RawHttp.get(DAY)).answer().status()).isEqualTo(200);
      assertThat(served.isClosed()).isTrue();
      assertThat(silent.isClosed()).isTrue();
    }
  }

  /** Asks again and again without reading; true when the node has closed the connection. */
  private static boolean isLetGo(PublicNode node, String request) throws Exception {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()));
      socket.setTcpNoDelay(true);
      byte[] bytes = request.getBytes(ISO_8859_1);
      for (int i = 0; i < 20_000; i++) {
        socket.getOutputStream().write(bytes);
      }
      socket.setSoTimeout(20_000);
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        in.skip(in.available());
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 0"})
  void a_reader_that_does_not_read_is_let_go(String line) throws Exception {
    PublicNode open = open(new Limits(1_000, 1_000, LONG, LONG, SHORT, LONG), "127.0.0.1");
    String request =
        line.isEmpty()
            ? RawHttp.get(DAY + "bundestagswahl")
            : RawHttp.get(DAY + "bundestagswahl", line);
    assertThat(isLetGo(open, request)).isTrue();
    assertThat(new Http(open).get(DAY).statusCode()).isEqualTo(200);
  }

  @Test
  void who_comes_when_the_house_is_full_is_asked_to_come_again() throws Exception {
    PublicNode open = open(new Limits(10, 1_000, LONG, LONG, LONG, LONG), "127.0.0.1");
    List<RawHttp> readers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      RawHttp reader = new RawHttp(open.port());
      readers.add(reader);
      assertThat(reader.write(RawHttp.get(DAY)).answer().status()).isEqualTo(200);
    }
    try (RawHttp late = new RawHttp(open.port())) {
      RawHttp.Answer answer = late.answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers()).containsEntry("retry-after", "5");
      assertThat(late.isClosed()).isTrue();
    }
    for (RawHttp reader : readers) {
      assertThat(reader.write(RawHttp.get(DAY)).answer().status()).isEqualTo(200);
      reader.close();
    }
    assertThat(comesInAgain(open)).isTrue();
  }

  /** Closed connections are counted out soon. */
  private static boolean comesInAgain(PublicNode node) throws IOException {
    for (int i = 0; i < 1_000; i++) {
      try (RawHttp again = new RawHttp(node.port())) {
        if (again.write(RawHttp.get(DAY)).answer().status() == 200) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void one_address_cannot_take_all_connections() throws Exception {
    Optional<InetAddress> own = ownAddress();
    assumeTrue(own.isPresent(), "skipped: this machine has no address but loopback");
    PublicNode open = open(patient().withPerAddress(5), "0.0.0.0");
    List<Socket> sockets = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 8; i++) {
      Socket socket = new Socket(own.get(), open.port());
      sockets.add(socket);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(RawHttp.get("/robots.txt").getBytes(ISO_8859_1));
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 503".length());
      refused += new String(start, ISO_8859_1).endsWith("503") ? 1 : 0;
    }
    assertThat(refused).isEqualTo(3);
    assertThat(new Http(open).get(DAY).statusCode()).isEqualTo(200);
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static Optional<InetAddress> ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }
}
