package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.office.access.Authenticator;

/** A person with a browser: keeps cookies, sends forms with what their pages carry. */
final class TestPerson {
  static final String PASSWORD = "Ofenrohr kichert violett";
  private static final Pattern GUARD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

  private static final Pattern LINK = Pattern.compile("(/enrol/[A-Za-z0-9_-]+)<");

  private final TestOffice office;
  private final Map<String, String> cookies = new HashMap<>();
  private final Authenticator app;

  TestPerson(TestOffice office) {
    this.office = office;
    this.app = new Authenticator(office.clock);
  }

  /** Enrols the first person by the link that the office prints. */
  static TestPerson first(TestOffice office) {
    TestPerson person = new TestPerson(office);
    URI link = office.office.firstLink().orElseThrow();
    HttpResponse<String> enrolled =
        person.enrol(link.getPath(), Map.of("name", "Anna Beispiel", "login", "a.beispiel"));
    assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(303);
    return person;
  }

  /** Somebody whom the first person invites, with one role at one authority. */
  static TestPerson invited(
      TestOffice office, String login, String name, String role, String tenant) {
    String shown =
        office
            .submit(
                "/personen", Map.of("name", name, "login", login, "role", role, "tenant", tenant))
            .body();
    TestPerson person = new TestPerson(office);
    HttpResponse<String> enrolled = person.enrol(link(shown), Map.of());
    assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(303);
    return person;
  }

  /** The link that a page shows. */
  static String link(String page) {
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).as(page).isTrue();
    return link.group(1);
  }

  /** Fills in the form behind a one-time link. */
  HttpResponse<String> enrol(String link, Map<String, String> more) {
    Matcher secret = SECRET.matcher(get(link).body());
    assertThat(secret.find()).isTrue();
    app.learn(secret.group(1));
    Map<String, String> fields = new HashMap<>(more);
    fields.put("password", PASSWORD);
    fields.put("code", app.code());
    return submit(link, link, fields);
  }

  HttpResponse<String> logIn(String login) {
    return submit(
        "/anmelden", "/anmelden", Map.of("login", login, "password", PASSWORD, "code", app.code()));
  }

  Authenticator app() {
    return app;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(office.at(path))));
  }

  /** Sends a form of the page at the same address, or of the office's first page. */
  HttpResponse<String> submit(String path, Map<String, String> fields) {
    return submit("/konto", path, fields);
  }

  /** Sends a form that stands on a page. */
  HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", guard(page));
    return post(path, all);
  }

  /** What each form of a page carries. */
  String guard(String page) {
    Matcher guard = GUARD.matcher(get(page).body());
    assertThat(guard.find()).as(page).isTrue();
    return guard.group(1);
  }

  /** Sends fields as they are. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(URI.create(office.at(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", office.at(""))
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  static String form(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Map<String, String> cookies() {
    return cookies;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      cookies.forEach((name, value) -> pairs.add(name + "=" + value));
      request.header("Cookie", String.join("; ", pairs));
    }
    HttpResponse<String> answer = TestOffice.send(request.build());
    for (String cookie : answer.headers().allValues("set-cookie")) {
      String pair = cookie.split(";", 2)[0];
      String value = pair.substring(pair.indexOf('=') + 1);
      String name = pair.substring(0, pair.indexOf('='));
      if (value.isEmpty()) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return answer;
  }
}
