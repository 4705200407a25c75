package org.urnengang.office.publication;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.urnengang.office.journal.Extension;
import org.urnengang.office.journal.Ledger;

/** Sends one ledger to one target, in a thread of its own; a target that is away is tried again. */
final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final PublishTarget target;
  private final Destination destination;
  private final Thread thread;
  private volatile Progress progress;

  /**
   * How far a target has come.
   *
   * @param size number of entries that it has
   * @param trouble why it has no more, empty if nothing is wrong
   */
  record Progress(long size, String trouble) {}

  /** What a target does with an extension. */
  interface Destination {
    /**
     * Takes the next entries.
     *
     * @return the number of entries that it has now, which may be less than before
     * @throws DestinationException if it cannot take them now
     */
    long take(Ledger ledger, Extension extension) throws InterruptedException;

    /** The number of entries that it has, as far as that is known before anything is sent. */
    long size(Ledger ledger);
  }

  Publisher(Ledger ledger, PublishTarget target, Destination destination) {
    this.ledger = ledger;
    this.target = target;
    this.destination = destination;
    this.progress = new Progress(0, "");
    this.thread = Thread.ofVirtual().name("publish " + ledger.day()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether its ledger was closed, so that nothing more is sent. */
  boolean isEnded() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  Ledger ledger() {
    return ledger;
  }

  PublishTarget target() {
    return target;
  }

  Progress progress() {
    return progress;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      progress = new Progress(destination.size(ledger), "");
      while (ledger.awaitBeyond(progress.size())) {
        if (send()) {
          pause = FIRST_PAUSE;
        } else {
          LockSupport.parkNanos(pause.toNanos());
          pause = pause.multipliedBy(2);
          pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
        if (Thread.interrupted()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean send() throws InterruptedException {
    long before = progress.size();
    try {
      Extension next = ledger.after(before).orElseThrow();
      progress = new Progress(destination.take(ledger, next), "");
      return progress.size() != before;
    } catch (RuntimeException e) {
      String trouble = String.valueOf(e.getMessage());
      if (!progress.trouble().equals(trouble)) {
        LOG.warn("{} → {}: {}", ledger.day(), target, trouble);
      }
      progress = new Progress(before, trouble);
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
