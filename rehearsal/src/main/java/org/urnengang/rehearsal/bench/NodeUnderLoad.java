package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A public node in a process of its own, to which a signed night is pushed. */
final class NodeUnderLoad implements AutoCloseable {
  private final Child process;
  private final int port;
  private final SignedNight night;
  private final HttpClient client = HttpClient.newHttpClient();

  private NodeUnderLoad(Child process, int port, SignedNight night) {
    this.process = process;
    this.port = port;
    this.night = night;
  }

  /**
   * Starts a node that knows the night's key and nothing else.
   *
   * @param command starts {@code urnengang}, without its arguments
   */
  static NodeUnderLoad start(List<String> command, SignedNight night, Path work) {
    int port = freePort();
    List<String> full = new ArrayList<>(command);
    full.addAll(List.of("presentation", "--key", night.vkey()));
    full.addAll(List.of("--public-port", Integer.toString(port)));
    full.addAll(List.of("--data", work.resolve("node").toString()));
    Child process = Child.listening(full, port, work.resolve("node.log"));
    return new NodeUnderLoad(process, port, night);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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

  void push() {
    night.push(client, address());
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
