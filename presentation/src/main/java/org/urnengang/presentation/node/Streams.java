package org.urnengang.presentation.node;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urnengang.presentation.follow.FollowedDay;

/**
 * The readers that listen to the versions of days (server-sent events). All calls come on one event
 * loop. A reader that is slow misses versions, never the newest; one that is dead is closed.
 */
final class Streams {
  /** At most four versions a second. */
  private static final long BETWEEN_VERSIONS = 250;

  private static final long BETWEEN_HEARTBEATS = 15_000;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Vertx vertx;
  private final Map<String, Channel> channels = new HashMap<>();

  Streams(Vertx vertx) {
    this.vertx = vertx;
    vertx.setPeriodic(BETWEEN_HEARTBEATS, _ -> channels.values().forEach(Channel::heartbeat));
  }

  /** Tells a reader the current version and everything that comes after it. */
  void open(FollowedDay day, HttpServerResponse response) {
    response
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .setChunked(true);
    Channel channel = channels.computeIfAbsent(day.day(), _ -> new Channel(day));
    Listener listener = new Listener(response);
    channel.listeners.add(listener);
    response.exceptionHandler(_ -> channel.listeners.remove(listener));
    response.closeHandler(_ -> channel.listeners.remove(listener));
    listener.write("retry: 3000\n");
    listener.offer(day.version());
  }

  /** A day has a newer version. */
  void wake(FollowedDay day) {
    Channel channel = channels.get(day.day());
    if (channel != null) {
      channel.wake();
    }
  }

  /** All readers of one day. */
  private final class Channel {
    private final FollowedDay day;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private boolean scheduled;
    private long sentAt = System.nanoTime() - BETWEEN_VERSIONS * 1_000_000;

    Channel(FollowedDay day) {
      this.day = day;
    }

    void wake() {
      if (scheduled) {
        return;
      }
      long since = (System.nanoTime() - sentAt) / 1_000_000;
      if (since >= BETWEEN_VERSIONS) {
        send();
      } else {
        scheduled = true;
        vertx.setTimer(
            BETWEEN_VERSIONS - since,
            _ -> {
              scheduled = false;
              send();
            });
      }
    }

    private void send() {
      sentAt = System.nanoTime();
      long version = day.version();
      List.copyOf(listeners).forEach(listener -> listener.offer(version));
    }

    void heartbeat() {
      List.copyOf(listeners).forEach(Listener::heartbeat);
    }
  }

  /** One reader, with room for the newest version only. */
  private static final class Listener {
    private final HttpServerResponse response;
    private long newest;
    private long written;
    private boolean writing;
    private long since;

    Listener(HttpServerResponse response) {
      this.response = response;
    }

    void offer(long version) {
      newest = version;
      if (!writing && newest > written) {
        written = newest;
        write("data: " + newest + "\n\n");
      }
    }

    /** While a write is under way, the next version waits and is replaced by newer ones. */
    void write(String text) {
      writing = true;
      since = System.nanoTime();
      response
          .write(text)
          .onComplete(
              _ -> {
                writing = false;
                offer(newest);
              });
    }

    void heartbeat() {
      if (!writing) {
        write(":\n\n");
      } else if (System.nanoTime() - since > PATIENCE_NANOS) {
        response.reset();
      }
    }
  }
}
