package org.urnengang.rehearsal.night;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A small HTTP server that writes down what it gets and answers as it is told. */
final class RecordingOffice implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Request, Answer> answers;
  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  /**
   * What arrived.
   *
   * @param number from 1, in the order of arrival
   */
  record Request(int number, String path, String key, Optional<String> time, String body) {
    String district() {
      return path.split("/", -1)[4];
    }
  }

  /** What is answered; a status of 0 drops the connection. */
  record Answer(int status, String body) {
    static final Answer DROP = new Answer(0, "");

    static Answer of(int status) {
      return new Answer(status, "{}");
    }
  }

  RecordingOffice(Function<Request, Answer> answers) throws IOException {
    this(0, answers);
  }

  RecordingOffice(int port, Function<Request, Answer> answers) throws IOException {
    this.answers = answers;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(handlers);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return address(server.getAddress().getPort());
  }

  static URI address(int port) {
    return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ':' + port);
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      Answer answer = answers.apply(written(exchange));
      if (answer.status() > 0) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        inFlight.decrementAndGet();
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      } else {
        inFlight.decrementAndGet();
      }
    } finally {
      exchange.close();
    }
  }

  private Request written(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (requests) {
      Request request =
          new Request(
              requests.size() + 1,
              exchange.getRequestURI().toString(),
              header(exchange, "Idempotency-Key").orElse(""),
              header(exchange, "Rehearsal-Time"),
              body);
      requests.add(request);
      return request;
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  int mostInFlight() {
    return mostInFlight.get();
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.close();
  }
}
