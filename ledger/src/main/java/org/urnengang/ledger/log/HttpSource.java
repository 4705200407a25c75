package org.urnengang.ledger.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A log at an address, such as {@code http://localhost:8081/2017-09-24-probe/log}. */
public final class HttpSource implements LogSource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final URI base;

  public HttpSource(HttpClient client, URI base) {
    this.client = client;
    this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    HttpResponse<byte[]> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new LogException(base + " ist nicht erreichbar", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogException(base + ": abgebrochen", e);
    }
    return switch (response.statusCode()) {
      case 200 -> Optional.of(response.body());
      case 404 -> Optional.empty();
      default -> throw new LogException(request.uri() + " antwortet " + response.statusCode());
    };
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
