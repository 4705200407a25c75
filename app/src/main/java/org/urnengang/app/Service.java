package org.urnengang.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** What a command has started; ends in reverse order when the process is told to end. */
final class Service implements AutoCloseable {
  private final Deque<Part> parts = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Something that runs until it is closed. */
  @FunctionalInterface
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  Service() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
  }

  /** Closes this part before all that were added before it. */
  synchronized void add(Part part) {
    parts.push(part);
  }

  /** Waits until the process is told to end. */
  void serve() throws InterruptedException {
    ended.await();
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
    ended.countDown();
  }
}
