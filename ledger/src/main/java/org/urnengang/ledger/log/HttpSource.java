package org.urnengang.ledger.log;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A log at an address, such as {@code http://localhost:8081/2017-09-24-probe/log}. */
public final class HttpSource implements LogSource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A bundle of 256 entries of 65,535 bytes, each with its length. */
  private static final long LARGEST_FILE = 256L * (2 + EntryBundle.LONGEST_ENTRY);

  private final HttpClient client;
  private final URI base;

  /**
   * A log below this address.
   *
   * @throws LogException if it is no address of the web
   */
  public HttpSource(HttpClient client, URI base) {
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || base.getHost() == null) {
      throw new LogException(base + " ist keine Adresse, die mit http beginnt");
    }
    this.client = client;
    this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    HttpResponse<byte[]> response = send(request);
    return switch (response.statusCode()) {
      case 200 -> Optional.of(response.body());
      case 404 -> Optional.empty();
      default -> throw new LogException(request.uri() + " antwortet " + response.statusCode());
    };
  }

  /** The request's own timeout ends with the headers; a body that never ends must not hold us. */
  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LARGEST_FILE));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      throw new LogException(base + " ist nicht erreichbar", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new LogException(base + ": abgebrochen", e);
    }
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
