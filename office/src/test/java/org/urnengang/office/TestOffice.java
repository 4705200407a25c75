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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.office.journal.Ledger;
import org.urnengang.office.publication.PublishTarget;

/**
 * An office with the small rehearsal of the tests, a program that reports to it and a person who is
 * logged in.
 */
final class TestOffice implements AutoCloseable {
  static final String DAY = "2017-09-24-probe";
  static final String AFTER_CLOSE = "2017-09-24T18:07:30+02:00";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Office office;
  final String database;
  final String token;
  final TestClock clock;
  private Optional<TestPerson> person = Optional.empty();

  private TestOffice(Office office, TestClock clock) {
    this.office = office;
    this.clock = clock;
    this.database = office.databaseAddress();
    this.token = office.reportingToken("Testprogramm");
  }

  /** The first person, logged in: administrator and election lead. */
  TestPerson person() {
    TestPerson known = person.orElseGet(() -> TestPerson.first(this));
    person = Optional.of(known);
    return known;
  }

  /** With a database in the server that all tests share. */
  static TestOffice start(Path data) {
    return start(data, TestDatabases.create());
  }

  static TestOffice start(Path data, String database, PublishTarget... targets) {
    return start(
        new OfficeSettings(
            0, data, Optional.of(election("probe")), Optional.of(database), List.of(targets)));
  }

  static TestOffice start(Path data, String database, Optional<Path> election) {
    return start(new OfficeSettings(0, data, election, Optional.of(database), List.of()));
  }

  static TestOffice start(OfficeSettings settings) {
    TestClock clock = new TestClock();
    return new TestOffice(Office.start(settings, clock), clock);
  }

  static Path election(String name) {
    try {
      return Path.of(TestOffice.class.getResource("/election/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Ledger ledger() {
    return office.ledger(DAY).orElseThrow();
  }

  /** All entries, once this many are signed. */
  List<Entry> entries(long size) {
    Await.until(size + " entries are signed", () -> ledger().size() >= size);
    return ledger().entries(0, ledger().size()).stream().map(EntryCodec::decode).toList();
  }

  String at(String path) {
    return "http://localhost:" + office.port() + path;
  }

  static String district(String election, String district) {
    return "/api/" + DAY + "/" + election + "/" + district;
  }

  static String federal(String number) {
    return district("bundestagswahl", "05999004-" + number);
  }

  /** A sound report of a polling station in the Bundestag election. */
  static String report(int voters) {
    return report(voters, "");
  }

  static String report(int voters, String more) {
    return """
    {"authority":"nord","figures":{"A1":950,"A2":210,"B":%1$d,"B1":3,"C":6,"D":%2$d,"D1":%2$d,"D2":0,"D4":0,\
    "E":0,"F":%1$d,"F1":%1$d,"F2":0,"F3":0,"F4":0}%3$s}\
    """
        .formatted(voters, voters - 6, more);
  }

  /** The same report as fields of the page's form. */
  static Map<String, String> typed(int voters) {
    String n = Integer.toString(voters);
    String valid = Integer.toString(voters - 6);
    return Map.ofEntries(
        Map.entry("A1", "950"),
        Map.entry("A2", "210"),
        Map.entry("B", n),
        Map.entry("B1", "3"),
        Map.entry("C", "6"),
        Map.entry("D", valid),
        Map.entry("D1", valid),
        Map.entry("D2", "0"),
        Map.entry("D4", "0"),
        Map.entry("E", "0"),
        Map.entry("F", n),
        Map.entry("F1", n),
        Map.entry("F2", "0"),
        Map.entry("F3", "0"),
        Map.entry("F4", "0"));
  }

  HttpResponse<String> post(String path, String body) {
    return post(path, UUID.randomUUID().toString(), body);
  }

  HttpResponse<String> post(String path, String key, String body) {
    return post(path, body, "Idempotency-Key", key, "Rehearsal-Time", AFTER_CLOSE);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(at(path)))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request.build() : request.headers(headers).build());
  }

  /** Sends the page's form as the person who is logged in. */
  HttpResponse<String> submit(String path, Map<String, String> fields) {
    return person().submit(path, fields);
  }

  /** Asks the interface as a program, a page as the person who is logged in. */
  HttpResponse<String> get(String path) {
    return path.startsWith("/api/")
        ? send(
            HttpRequest.newBuilder(URI.create(at(path)))
                .header("Authorization", "Bearer " + token)
                .build())
        : person().get(path);
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
