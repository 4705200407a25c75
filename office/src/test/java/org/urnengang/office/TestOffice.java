package org.urnengang.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** An office with the small rehearsal of the tests, and a client that speaks to it. */
final class TestOffice implements AutoCloseable {
  static final String DAY = "2017-09-24-probe";
  static final String AFTER_CLOSE = "2017-09-24T18:07:30+02:00";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Office office;

  private TestOffice(Office office) {
    this.office = office;
  }

  static TestOffice start(Path data) {
    return start(data, Optional.empty());
  }

  static TestOffice start(Path data, Optional<String> database) {
    return new TestOffice(
        Office.start(new OfficeSettings(0, data, Optional.of(election("probe")), database)));
  }

  static Path election(String name) {
    try {
      return Path.of(TestOffice.class.getResource("/election/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  String at(String path) {
    return "http://localhost:" + office.port() + path;
  }

  static String district(String election, String district) {
    return "/api/" + DAY + "/" + election + "/" + district;
  }

  /** A sound report of a polling station in the Bundestag election. */
  static String report(int voters) {
    return """
        {"authority":"nord","figures":{"A1":950,"A2":210,"B":%1$d,"B1":3,"C":6,"D":%2$d,"D1":%2$d,"D2":0,"D4":0,\
        "E":0,"F":%1$d,"F1":%1$d,"F2":0,"F3":0,"F4":0}}"""
        .formatted(voters, voters - 6);
  }

  HttpResponse<String> post(String path, String body) {
    return post(path, UUID.randomUUID().toString(), body);
  }

  HttpResponse<String> post(String path, String key, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(at(path)))
            .header("Idempotency-Key", key)
            .header("Rehearsal-Time", AFTER_CLOSE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(at(path))).build());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    office.close();
  }
}
