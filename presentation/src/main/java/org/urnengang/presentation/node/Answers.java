package org.urnengang.presentation.node;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_ENCODING;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.ETAG;
import static io.vertx.core.http.HttpHeaders.LAST_MODIFIED;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes answers: what every answer carries, encodings, entity tags, nothing twice. */
final class Answers {
  static final String BRIEFLY = "public, max-age=1";
  static final String FOR_EVER = "public, max-age=31536000, immutable";
  static final String NEVER = "no-store";

  private static final MultiMap ALWAYS =
      HttpHeaders.headers()
          .add("Access-Control-Allow-Origin", "*")
          .add("Access-Control-Expose-Headers", "ETag")
          .add(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'")
          .add("Cross-Origin-Resource-Policy", "cross-origin")
          .add("Referrer-Policy", "no-referrer")
          .add("X-Content-Type-Options", "nosniff");

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /** Headers of every answer. */
  HttpServerResponse begin(HttpServerRequest request, int status) {
    HttpServerResponse response = request.response().setStatusCode(status);
    response.headers().addAll(ALWAYS);
    response.putHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    return response;
  }

  /** A document in the encoding that the reader likes best, or that it has it already. */
  void send(HttpServerRequest request, int status, Rendered document, String caching) {
    HttpServerResponse response = begin(request, status);
    document.lastModified().ifPresent(at -> response.putHeader(LAST_MODIFIED, at));
    send(request, response, document.body(), document.mediaType(), caching);
  }

  void send(HttpServerRequest request, Encoded body, String mediaType, String caching) {
    send(request, begin(request, 200), body, mediaType, caching);
  }

  private static void send(
      HttpServerRequest request,
      HttpServerResponse response,
      Encoded encoded,
      String mediaType,
      String caching) {
    String accepted = request.getHeader("Accept-Encoding");
    Buffer body = encoded.plain();
    String suffix = "";
    if (encoded.brotli().isPresent() && accepts(accepted, "br")) {
      body = encoded.brotli().get();
      suffix = "-br";
      response.putHeader(CONTENT_ENCODING, "br");
    } else if (encoded.gzip().isPresent() && accepts(accepted, "gzip")) {
      body = encoded.gzip().get();
      suffix = "-gz";
      response.putHeader(CONTENT_ENCODING, "gzip");
    }
    response
        .putHeader(CONTENT_TYPE, mediaType)
        .putHeader(CACHE_CONTROL, caching)
        .putHeader(VARY, "Accept-Encoding")
        .putHeader(ETAG, '"' + encoded.hash() + suffix + '"');
    String known = request.getHeader("If-None-Match");
    if (response.getStatusCode() == 200 && known != null && known.contains(encoded.hash())) {
      response.headers().remove(CONTENT_ENCODING);
      response.setStatusCode(304).end();
    } else {
      finish(request, response, body);
    }
  }

  /** Whether a reader takes this encoding: named, and not with the weight 0. */
  static boolean accepts(@org.jspecify.annotations.Nullable String header, String encoding) {
    if (header == null) {
      return false;
    }
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] weighed = part.strip().split(";");
      if (weighed[0].strip().equals(encoding)) {
        return weighed.length == 1 || !weighed[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  /** Bytes that are not prepared. */
  void bytes(HttpServerRequest request, byte[] body, String mediaType, String caching) {
    HttpServerResponse response =
        begin(request, 200).putHeader(CONTENT_TYPE, mediaType).putHeader(CACHE_CONTROL, caching);
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

  /** A refusal for programs. */
  void json(HttpServerRequest request, int status, String json) {
    HttpServerResponse response =
        begin(request, status)
            .putHeader(CONTENT_TYPE, "application/json")
            .putHeader(CACHE_CONTROL, BRIEFLY);
    finish(request, response, Buffer.buffer(json));
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
