package org.urnengang.presentation.node;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.urnengang.presentation.node.Prepared.Keeping;
import org.urnengang.presentation.node.Reply.Header;

/** Writes answers, and what every answer carries. */
final class Answers {
  private static final String NEVER = "no-store";
  private static final int PART = 64 << 10;

  /** What every answer carries, besides its date. */
  static final List<Header> ALWAYS =
      List.of(
          new Header("access-control-allow-origin", "*"),
          new Header("access-control-expose-headers", "ETag"),
          new Header(
              "content-security-policy",
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                  + " trusted-types urnengang-page"),
          new Header("cross-origin-resource-policy", "cross-origin"),
          new Header("referrer-policy", "no-referrer"),
          // Browsers heed it only where it came through TLS.
          new Header("strict-transport-security", "max-age=31536000"),
          new Header("x-content-type-options", "nosniff"));

  /** The same for what others may show within their pages. */
  static List<Header> always(boolean framed) {
    return framed
        ? ALWAYS.stream()
            .map(
                line ->
                    new Header(
                        line.name(),
                        line.value().replace("frame-ancestors 'none'", "frame-ancestors *")))
            .toList()
        : ALWAYS;
  }

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /** Headers of every answer. */
  HttpServerResponse begin(HttpServerRequest request, int status) {
    HttpServerResponse response = dated(request, status);
    ALWAYS.forEach(line -> response.putHeader(line.name(), line.value()));
    return response;
  }

  private HttpServerResponse dated(HttpServerRequest request, int status) {
    return request.response().setStatusCode(status).putHeader("date", HttpDate.now(clock));
  }

  /** A prepared document in the encoding that the reader likes best. */
  void send(HttpServerRequest request, Prepared document) {
    Reply reply =
        document.reply(request.getHeader("Accept-Encoding"), request.getHeader("If-None-Match"));
    HttpServerResponse response = dated(request, reply.status());
    reply.headers().forEach(line -> response.putHeader(line.name(), line.value()));
    if (request.method().equals(HttpMethod.HEAD) || reply.body().length == 0) {
      response.end();
    } else {
      sendFrom(0, reply.body(), response);
    }
  }

  /** A long body goes out in parts, as fast as it is read. */
  private static void sendFrom(int start, byte[] body, HttpServerResponse response) {
    int at = start;
    while (body.length - at > PART) {
      if (response.writeQueueFull()) {
        int next = at;
        response.drainHandler(_ -> sendFrom(next, body, response));
        return;
      }
      response.write(Buffer.buffer(Arrays.copyOfRange(body, at, at + PART)));
      at += PART;
    }
    response.end(Buffer.buffer(at == 0 ? body : Arrays.copyOfRange(body, at, body.length)));
  }

  /** Bytes that are not prepared. */
  void bytes(HttpServerRequest request, byte[] body, String mediaType, Keeping keeping) {
    HttpServerResponse response =
        begin(request, 200)
            .putHeader(CONTENT_TYPE, mediaType)
            .putHeader(CACHE_CONTROL, keeping.header());
    finish(request, response, Buffer.buffer(body));
  }

  /** A short text. */
  void text(HttpServerRequest request, int status, String text) {
    HttpServerResponse response =
        begin(request, status)
            .putHeader(CONTENT_TYPE, "text/plain; charset=utf-8")
            .putHeader(CACHE_CONTROL, NEVER);
    finish(request, response, Buffer.buffer(text));
  }

  /** An answer without a body. */
  void empty(HttpServerRequest request, int status) {
    begin(request, status).putHeader(CONTENT_LENGTH, "0").end();
  }

  private static void finish(HttpServerRequest request, HttpServerResponse response, Buffer body) {
    response.putHeader(CONTENT_LENGTH, Integer.toString(body.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
