package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.platform.OfficeAddress;

/** Log-in with an account elsewhere (OpenID Connect), against a server that can be told to lie. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountTest {
  private static final String CLIENT = "urnengang";

  @TempDir static Path data;
  static MockOAuth2Server issuer;
  static TestOffice office;

  @BeforeAll
  static void start() {
    issuer = TestIssuer.create();
    issuer.start();
    office =
        TestOffice.start(
            new OfficeSettings(
                OfficeAddress.local(0),
                data,
                List.of(TestOffice.election("probe")),
                Optional.of(TestDatabases.create()),
                List.of(),
                Optional.of(
                    new Accounts(
                        issuer.issuerUrl("stadt").toString(), CLIENT, Optional.of("geheim")))));
  }

  @AfterAll
  static void stop() {
    office.close();
    issuer.shutdown();
  }

  /** What the issuer says of whoever comes next. */
  private static void next(String subject, String audience, Map<String, Object> claims) {
    issuer.enqueueCallback(
        new DefaultOAuth2TokenCallback("stadt", subject, "JWT", List.of(audience), claims));
  }

  /** Goes to the issuer and back; where that ends. */
  private static String logIn(TestPerson person) {
    return logIn(person, "", "");
  }

  /** The same with a word of the way there replaced. */
  private static String logIn(TestPerson person, String word, String other) {
    URI ask = location(person.get("/oauth2/authorization/office"));
    assertThat(ask.getQuery())
        .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
    URI sent = URI.create(word.isEmpty() ? ask.toString() : ask.toString().replace(word, other));
    URI back = location(TestOffice.send(HttpRequest.newBuilder(sent).build()));
    return person
        .get(back.getRawPath() + "?" + back.getRawQuery())
        .headers()
        .firstValue("location")
        .orElse("");
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(
        answer
            .headers()
            .firstValue("location")
            .orElseThrow(() -> new AssertionError(answer.body())));
  }

  @Test
  @Order(1)
  void a_link_binds_an_account_to_a_person() {
    TestPerson person = new TestPerson(office);
    String link = office.office.firstLink().orElseThrow().getPath();
    assertThat(
            person
                .submit(link, link + "/konto", Map.of("name", "Olga Konto", "login", "o.konto"))
                .statusCode())
        .isEqualTo(303);
    assertThat(person.get(link + "/konto").body()).contains("/oauth2/authorization/office");
    assertThat(person.get("/").statusCode()).as("not before").isEqualTo(303);
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person)).isEqualTo("/anmelden/weiter");
    assertThat(person.get("/konto").body()).contains("Olga Konto", "Dienstkonto");
    assertThat(new TestPerson(office).get(link).statusCode()).isEqualTo(410);
  }

  @Test
  @Order(2)
  void the_same_account_logs_in_again() {
    TestPerson person = new TestPerson(office);
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person)).isEqualTo("/anmelden/weiter");
    assertThat(person.get("/konto").body()).contains("Olga Konto");
  }

  @Test
  @Order(3)
  void another_subject_audience_or_nonce_is_refused() {
    TestPerson person = new TestPerson(office);
    next("subjekt-2", CLIENT, Map.of("email", "olga@example.org"));
    assertThat(logIn(person)).as("subject").isEqualTo("/anmelden?fehler=konto");
    next("subjekt-1", CLIENT, Map.of("aud", List.of("anderer-dienst")));
    assertThat(logIn(person)).as("audience").isEqualTo("/anmelden?fehler=konto");
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person, "nonce=", "nonce=x")).as("nonce").isEqualTo("/anmelden?fehler=konto");
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person, "state=", "state=x")).as("state").isEqualTo("/anmelden?fehler=konto");
    assertThat(person.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  @Order(4)
  void a_confirmation_needs_a_fresh_log_in_there_whatever_the_browser_asks_for() {
    TestPerson person = new TestPerson(office);
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person)).isEqualTo("/anmelden/weiter");
    URI ask = location(person.get("/oauth2/authorization/office"));
    assertThat(ask.getQuery()).contains("prompt=login", "max_age=0");
    long now = Instant.now().getEpochSecond();
    next("subjekt-1", CLIENT, Map.of("auth_time", now - 3_600));
    assertThat(logIn(person, "prompt=login", "prompt=none")).isEqualTo("/anmelden?fehler=konto");
    next("subjekt-1", CLIENT, Map.of("auth_time", now));
    assertThat(logIn(person)).isEqualTo("/anmelden/weiter");
  }

  @Test
  @Order(5)
  void the_same_subject_of_another_issuer_is_somebody_else() {
    TestDatabases.execute(
        office.database, "UPDATE foreign_account SET issuer = 'http://anderer.example'");
    TestPerson person = new TestPerson(office);
    next("subjekt-1", CLIENT, Map.of());
    assertThat(logIn(person)).isEqualTo("/anmelden?fehler=konto");
  }
}
