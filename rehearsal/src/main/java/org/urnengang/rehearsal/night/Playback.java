package org.urnengang.rehearsal.night;

import java.net.URI;
import java.util.Optional;

/**
 * How a night is played.
 *
 * @param office address of the office, such as {@code http://127.0.0.1:8080}
 * @param pace how fast
 * @param clients how many polling stations report at the same time, at least 1
 * @param order in which order
 * @param patience how an office is treated that does not answer
 * @param token by what the office knows the player, empty for one that asks for nothing
 */
public record Playback(
    URI office, Pace pace, int clients, Order order, Patience patience, Optional<String> token) {
  private static final int USUAL_CLIENTS = 16;

  public Playback {
    if (clients < 1) {
      throw new IllegalArgumentException("clients " + clients);
    }
  }

  /** As fast as the office answers, in the recorded order. */
  public static Playback into(URI office) {
    return new Playback(
        office,
        new Pace.Max(),
        USUAL_CLIENTS,
        new Order.Recorded(),
        Patience.usual(),
        Optional.empty());
  }

  public Playback with(Pace other) {
    return new Playback(office, other, clients, order, patience, token);
  }

  public Playback with(Order other) {
    return new Playback(office, pace, clients, other, patience, token);
  }

  public Playback with(Patience other) {
    return new Playback(office, pace, clients, order, other, token);
  }

  public Playback withClients(int number) {
    return new Playback(office, pace, number, order, patience, token);
  }

  public Playback withToken(Optional<String> other) {
    return new Playback(office, pace, clients, order, patience, other);
  }
}
