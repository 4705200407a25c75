package org.urnengang.rehearsal.night;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Waits until an office answers at all, whatever it says.
 *
 * @param pause between two questions
 * @param notice after which the waiting is told
 * @param patience after which it ends
 */
public record Knock(Duration pause, Duration notice, Duration patience) {

  /** Asks once a second and tells of it after three. */
  public static Knock of(Duration patience) {
    return new Knock(Duration.ofSeconds(1), Duration.ofSeconds(3), patience);
  }

  /**
   * Waits for an office.
   *
   * @param waiting is told once that this takes longer
   * @return whether it has answered
   */
  public boolean at(URI office, Runnable waiting) throws InterruptedException {
    long start = System.nanoTime();
    boolean told = false;
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(notice).build()) {
      while (!answers(client, office)) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (!told && waited.compareTo(notice) >= 0) {
          told = true;
          waiting.run();
        }
        if (waited.compareTo(patience) >= 0) {
          return false;
        }
        ReportClient.pauseUntil(System.nanoTime() + pause.toNanos());
      }
      return true;
    }
  }

  private boolean answers(HttpClient client, URI office) throws InterruptedException {
    try {
      client.send(
          HttpRequest.newBuilder(office).timeout(notice).build(), BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
