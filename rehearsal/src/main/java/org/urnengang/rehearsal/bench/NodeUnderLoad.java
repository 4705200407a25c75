package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A public node in a process of its own that takes what is pushed. */
final class NodeUnderLoad implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Child process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private NodeUnderLoad(Child process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a node on a free port.
   *
   * @param command starts {@code urnengang}, without its arguments
   * @param vkey the only key that it trusts
   */
  static NodeUnderLoad start(List<String> command, String vkey, Path work) {
    return start(command, vkey, freePort(), work);
  }

  /** The same on a port that is known before. */
  static NodeUnderLoad start(List<String> command, String vkey, int port, Path work) {
    List<String> full = new ArrayList<>(command);
    full.addAll(List.of("presentation", "--key", vkey));
    full.addAll(List.of("--public-port", Integer.toString(port)));
    full.addAll(List.of("--data", work.resolve("node").toString()));
    return new NodeUnderLoad(Child.listening(full, port, work.resolve("node.log")), port);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  void push(SignedNight night) {
    night.push(client, address());
  }

  /** Waits until a page is there. */
  void awaitPage(String path) {
    long start = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(address().resolve(path)).build();
    try {
      while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw new IllegalStateException(path + " does not come");
        }
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fetches a page in brotli. */
  HttpResponse<byte[]> fetch(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve(path)).header("Accept-Encoding", "br").build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200
          || !answer.headers().firstValue("content-encoding").orElse("").equals("br")) {
        throw new IllegalStateException(path + " is not there in brotli");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
