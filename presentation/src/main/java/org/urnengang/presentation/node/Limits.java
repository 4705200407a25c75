package org.urnengang.presentation.node;

import java.time.Duration;

/**
 * What a node grants to those who connect, so that nobody can keep it from the others.
 *
 * @param connections most connections at the same time; whoever comes then is asked to come again
 * @param perAddress most of them from one address (a /64 of IPv6), this machine itself excepted
 * @param request how long a request may take to arrive, or its answer to begin
 * @param upload the same for a request that brings entries
 * @param stall how long a reader may leave an answer unread, and one second more for each {@link
 *     #BYTES_PER_SECOND}
 * @param idle how long a connection may be silent
 */
public record Limits(
    int connections,
    int perAddress,
    Duration request,
    Duration upload,
    Duration stall,
    Duration idle) {
  /** The slowest line that gets an answer to its end. */
  static final int BYTES_PER_SECOND = 4_096;

  /** Limits for a node that the public reaches. */
  public static Limits usual() {
    return new Limits(
        40_000,
        1_000,
        Duration.ofSeconds(20),
        Duration.ofSeconds(130),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60));
  }

  /** The same with another number of connections from one address. */
  public Limits withPerAddress(int most) {
    return new Limits(connections, most, request, upload, stall, idle);
  }
}
