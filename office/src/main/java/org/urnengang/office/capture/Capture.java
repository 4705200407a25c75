package org.urnengang.office.capture;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.urnengang.office.platform.DatabaseScope;

/**
 * Takes reports to their transaction. Those that arrive together share one: while it commits, the
 * next ones gather. What waits is bounded.
 */
@Component
final class Capture {
  private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
  private static final int MOST_WAITING = 2_000;
  private static final int LARGEST_BATCH = 200;

  /** While one batch is made durable, another is written. */
  private static final int WRITERS = 2;

  /** More than a pool has connections: when all were cut, each attempt finds one of them. */
  private static final int MOST_ATTEMPTS = 20;

  private final CaptureTransaction transaction;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<Thread> writers;
  private volatile boolean stopped;

  Capture(CaptureTransaction transaction) {
    this.transaction = transaction;
    writers = IntStream.range(0, WRITERS).mapToObj(this::writer).toList();
    writers.forEach(Thread::start);
  }

  private Thread writer(int number) {
    Thread writer = Thread.ofPlatform().daemon().name("capture-" + number).unstarted(this::run);
    writer.setContextClassLoader(Capture.class.getClassLoader());
    return writer;
  }

  private record Waiting(Submission submission, CompletableFuture<Outcome> outcome) {
    Waiting(Submission submission) {
      this(submission, new CompletableFuture<>());
    }
  }

  /** Waits for what comes of a request; what is accepted is committed. */
  Outcome submit(Submission submission) {
    Waiting waiting = new Waiting(submission);
    if (!queue.offer(waiting)) {
      return new Outcome.Busy();
    }
    if (stopped) {
      waiting.outcome().complete(new Outcome.Busy());
    }
    return waiting.outcome().join();
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        byScope(batch).forEach((_, together) -> serve(together));
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped = true;
      queue.drainTo(batch);
      batch.forEach(waiting -> waiting.outcome().complete(new Outcome.Busy()));
    }
  }

  /** Only requests that see the same rows of the database share a transaction. */
  private static Map<DatabaseScope, List<Waiting>> byScope(List<Waiting> batch) {
    return batch.stream()
        .collect(
            Collectors.groupingBy(
                waiting -> waiting.submission().caller().scope(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** A batch that fails is tried again one by one, so that none suffers for another. */
  private void serve(List<Waiting> batch) {
    try {
      commit(batch);
    } catch (DuplicateKeyException e) {
      batch.forEach(this::serveAlone);
    } catch (RuntimeException e) {
      LOG.warn("{} Meldungen werden einzeln wiederholt: {}", batch.size(), e.getMessage());
      batch.forEach(this::serveAlone);
    }
  }

  private void serveAlone(Waiting waiting) {
    try {
      commitPatiently(waiting);
    } catch (DataAccessException | TransactionException e) {
      LOG.error("Die Datenbank nimmt eine Meldung nicht an", e);
      waiting.outcome().complete(new Outcome.Busy());
    } catch (RuntimeException e) {
      waiting.outcome().completeExceptionally(e);
    }
  }

  /** A request may be repeated without harm: its key tells whether it was committed before. */
  private void commitPatiently(Waiting waiting) {
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        commit(List.of(waiting));
        return;
      } catch (DataAccessResourceFailureException | TransactionSystemException e) {
        LOG.warn("Die Verbindung zur Datenbank ist gerissen: {}", e.getMessage());
      }
    }
    commit(List.of(waiting));
  }

  private void commit(List<Waiting> batch) {
    List<Submission> submissions = batch.stream().map(Waiting::submission).toList();
    List<Outcome> outcomes =
        submissions.getFirst().caller().scope().call(() -> transaction.run(submissions));
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).outcome().complete(outcomes.get(i));
    }
  }

  @PreDestroy
  void close() {
    writers.forEach(Thread::interrupt);
  }
}
