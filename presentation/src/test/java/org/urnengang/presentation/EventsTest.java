package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

@Timeout(60)
class EventsTest {
  @TempDir Path folder;
  private final TestLog log = SmallDay.log();
  private PublicNode node;

  @BeforeEach
  void open() {
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    show();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private void show(Entry... more) {
    log.append(more);
    long known = node.size(log.key());
    node.accept(log.key(), log.note(), known, log.from(known));
  }

  /** A reader that listens over one plain connection. */
  private final class Listener implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();

    Listener() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
      OutputStream out = socket.getOutputStream();
      String request = "GET /%s/events HTTP/1.1\r\nHost: x\r\n\r\n".formatted(SmallDay.KEY);
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
        head.add(line.toLowerCase(java.util.Locale.ROOT));
      }
    }

    /** The next line that is neither empty nor the length of a chunk. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line.isEmpty() || line.matches("[0-9a-f]+")) {
        line = lines.readLine();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void a_reader_hears_the_current_version_at_once_and_nothing_but_versions() throws IOException {
    try (Listener listener = new Listener()) {
      assertThat(listener.head).contains("content-type: text/event-stream");
      assertThat(listener.next()).isEqualTo("retry: 3000");
      assertThat(listener.next()).isEqualTo("data: " + log.size());
      show(SmallDay.report(5, "adorf-1", 300, 200));
      assertThat(listener.next()).isEqualTo("data: " + log.size());
    }
  }

  @Test
  void versions_that_come_faster_than_four_a_second_are_skipped_but_never_the_newest()
      throws IOException {
    try (Listener listener = new Listener()) {
      listener.next();
      listener.next();
      long start = System.nanoTime();
      for (Entry entry : SmallDay.night()) {
        show(entry);
      }
      int heard = 0;
      long last = 0;
      while (last < log.size()) {
        long version = Long.parseLong(listener.next().substring("data: ".length()));
        assertThat(version).isGreaterThan(last);
        last = version;
        heard++;
      }
      long quarters = (System.nanoTime() - start) / 250_000_000;
      assertThat(heard).isLessThanOrEqualTo((int) quarters + 1);
    }
  }

  @Test
  void many_readers_hear_the_same() throws IOException {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Listener listener = new Listener();
      listener.next();
      listener.next();
      listeners.add(listener);
    }
    listeners.removeFirst().close();
    show(SmallDay.report(5, "adorf-1", 300, 200));
    for (Listener listener : listeners) {
      assertThat(listener.next()).isEqualTo("data: " + log.size());
      listener.close();
    }
  }

  @Test
  void an_unknown_day_has_no_events() {
    assertThat(new Http(node).get("/2031-01-01/events").statusCode()).isEqualTo(404);
  }
}
