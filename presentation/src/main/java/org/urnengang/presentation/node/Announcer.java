package org.urnengang.presentation.node;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.urnengang.presentation.follow.FollowedDay;

/**
 * Decides when readers are told of a version: at most four times a second for each day, on all
 * event loops at once.
 */
final class Announcer {
  private static final long BETWEEN_VERSIONS = 250;

  private final Vertx vertx;
  private final List<BiConsumer<FollowedDay, Long>> loops = new CopyOnWriteArrayList<>();
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  Announcer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** From now on this one is told each version that is announced; it must not take long. */
  void join(BiConsumer<FollowedDay, Long> loop) {
    loops.add(loop);
  }

  /** A day has a newer version. */
  void wake(FollowedDay day) {
    turns.computeIfAbsent(day.day(), _ -> new Turn()).wake(day);
  }

  /** The rhythm of one day. */
  private final class Turn {
    private long toldAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(BETWEEN_VERSIONS);
    private boolean waiting;

    synchronized void wake(FollowedDay day) {
      if (waiting) {
        return;
      }
      long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
      if (since >= BETWEEN_VERSIONS) {
        tell(day);
      } else {
        waiting = true;
        vertx.setTimer(BETWEEN_VERSIONS - since, _ -> tell(day));
      }
    }

    private synchronized void tell(FollowedDay day) {
      waiting = false;
      toldAt = System.nanoTime();
      long version = day.version();
      loops.forEach(loop -> loop.accept(day, version));
    }
  }
}
