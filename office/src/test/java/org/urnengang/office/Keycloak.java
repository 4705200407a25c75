package org.urnengang.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Keycloak in a process of its own, with one realm and two users. */
final class Keycloak implements AutoCloseable {
  static final String SECRET = "nur fuer diesen Test";
  static final String PASSWORD = "Kaktus im Nebel";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;

  private Keycloak(Process process) {
    this.process = process;
  }

  /** Where the build has unpacked it, or the test is skipped. */
  static Path home() {
    Optional<Path> home =
        Optional.ofNullable(System.getProperty("urnengang.keycloak")).map(Path::of);
    if (home.isEmpty()) {
      System.out.println("the test with a real Keycloak is skipped: it runs with -Pkeycloak");
    }
    Assumptions.assumeTrue(home.isPresent(), "no -Pkeycloak");
    return home.orElseThrow();
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String issuer(int port) {
    return "http://localhost:" + port + "/realms/stadt";
  }

  /**
   * Starts it and waits until its realm answers.
   *
   * @param back where it may lead people back to
   */
  static Keycloak start(Path home, int port, String back) {
    try {
      Path realm = home.resolve("data/import/stadt-realm.json");
      Files.createDirectories(realm.getParent());
      Files.writeString(realm, realm(back));
      ProcessBuilder builder =
          new ProcessBuilder(
                  "sh",
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--db=dev-mem",
                  "--import-realm",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("keycloak.log").toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("JAVA_OPTS_APPEND", "-Xmx512m");
      Keycloak keycloak = new Keycloak(builder.start());
      keycloak.await(URI.create(issuer(port) + "/.well-known/openid-configuration"), home);
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(URI address, Path home) throws IOException {
    Await.until("Keycloak answers", PATIENCE, () -> !process.isAlive() || answers(address));
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(home.resolve("keycloak.log")));
    }
  }

  private static boolean answers(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String realm(String back) {
    return """
    {"realm":"stadt","enabled":true,
     "clients":[{"clientId":"urnengang","secret":"%s","redirectUris":["%s"],"standardFlowEnabled":true,
                 "attributes":{"pkce.code.challenge.method":"S256"}}],
     "users":[%s,%s]}
    """
        .formatted(SECRET, back, user("olga"), user("otto"));
  }

  private static String user(String name) {
    return """
    {"username":"%1$s","enabled":true,"email":"%1$s@stadt.example","emailVerified":true,"firstName":"%1$s",
     "lastName":"Konto","credentials":[{"type":"password","value":"%2$s","temporary":false}]}\
    """
        .formatted(name, PASSWORD);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
