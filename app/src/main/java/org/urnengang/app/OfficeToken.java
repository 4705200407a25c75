package org.urnengang.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.urnengang.office.access.RehearsalToken;

/** By what a program of this machine is known to an office, see docs/access.md. */
final class OfficeToken {
  private static final String VARIABLE = "URNENGANG_TOKEN";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int UNAUTHORIZED = 401;
  private static final int USUAL_PORT = 80;

  private OfficeToken() {}

  /**
   * The token of the environment, or the one that an office with a rehearsal leaves on this
   * machine.
   *
   * @throws Refusal if the office asks for one and there is none, or not the right one
   */
  static Optional<String> find(URI office) throws InterruptedException {
    Optional<String> token =
        Optional.ofNullable(System.getenv(VARIABLE))
            .or(() -> left(office))
            .filter(t -> !t.isBlank());
    if (isRefused(office, token)) {
      throw Refusal.wrongUse(
          ("Das Wahlamt %s kennt dieses Programm nicht. Für eine Probe auf demselben Rechner findet"
                  + " es sein Kennwort selbst, wenn beide unter demselben Benutzer laufen; sonst"
                  + " gehört eines in die Umgebungsvariable %s. Ausgegeben wird es im Wahlamt unter"
                  + " „Personen“.")
              .formatted(office, VARIABLE));
    }
    return token;
  }

  private static Optional<String> left(URI office) {
    return THIS_MACHINE.contains(String.valueOf(office.getHost()))
        ? RehearsalToken.find(office.getPort() < 0 ? USUAL_PORT : office.getPort())
        : Optional.empty();
  }

  private static boolean isRefused(URI office, Optional<String> token) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(office.toString().replaceFirst("/+$", "") + "/api/days"))
              .timeout(Duration.ofSeconds(5));
      token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
      return client.send(request.build(), BodyHandlers.discarding()).statusCode() == UNAUTHORIZED;
    } catch (IOException | IllegalArgumentException _) {
      return false; // whoever reports says more about an office that does not answer
    }
  }
}
