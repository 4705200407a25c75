package org.urnengang.office.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a ledger on to one listener, in a thread of its own so that nobody waits for it. */
public final class LedgerFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final LedgerListener listener;
  private final Thread thread;
  private long position;

  private LedgerFollower(Ledger ledger, long from, LedgerListener listener) {
    this.ledger = ledger;
    this.listener = listener;
    this.position = from;
    this.thread = Thread.ofVirtual().name("follower of " + ledger.day()).unstarted(this::run);
  }

  static LedgerFollower start(Ledger ledger, long from, LedgerListener listener) {
    LedgerFollower follower = new LedgerFollower(ledger, from, listener);
    follower.thread.start();
    return follower;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (ledger.awaitBeyond(position)) {
        if (tell()) {
          pause = FIRST_PAUSE;
        } else {
          LockSupport.parkNanos(pause.toNanos());
          pause = pause.multipliedBy(2);
          pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tell() {
    try {
      Extension extension = ledger.after(position).orElseThrow();
      listener.extended(ledger.key(), extension.note(), extension.from(), extension.entries());
      position = extension.size();
      return true;
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("Das Ergebnisprotokoll von {} ist nicht weiterzugeben", ledger.day(), e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
