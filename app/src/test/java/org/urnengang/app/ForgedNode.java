package org.urnengang.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Hands on what a node answers, and changes one document on the way. */
final class ForgedNode implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final HttpServer server;
  private final String genuine;
  private final String document;
  private final UnaryOperator<String> change;

  private ForgedNode(
      HttpServer server, String genuine, String document, UnaryOperator<String> change) {
    this.server = server;
    this.genuine = genuine;
    this.document = document;
    this.change = change;
  }

  /**
   * Starts the forger.
   *
   * @param genuine address of the node
   * @param document how the path of the changed document ends
   */
  static ForgedNode before(String genuine, String document, UnaryOperator<String> change) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ForgedNode forger = new ForgedNode(server, genuine, document, change);
      server.createContext("/", forger::forward);
      server.start();
      return forger;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      HttpResponse<byte[]> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(genuine + path)).build(),
              BodyHandlers.ofByteArray());
      byte[] body = answer.body();
      if (path.endsWith(document)) {
        String text = new String(body, StandardCharsets.UTF_8);
        body = change.apply(text).getBytes(StandardCharsets.UTF_8);
      }
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
