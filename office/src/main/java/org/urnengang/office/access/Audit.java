package org.urnengang.office.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.office.access.AuditChain.Head;
import org.urnengang.office.access.AuditStore.Row;
import org.urnengang.office.platform.Database;

/**
 * The audit trail: who did what, append-only. An event is written in the transaction of what it
 * tells; within a second after that it is numbered and chained to the one before. The end of the
 * chain is also written to the data folder.
 */
public final class Audit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final String HEAD_FILE = "audit.head";

  private final AuditStore own;
  private final AuditStore callers;
  private final TransactionOperations transaction;
  private final Path headFile;
  private final ScheduledExecutorService chaining =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("audit-chain").factory());

  private Audit(AuditStore own, AuditStore callers, TransactionOperations transaction, Path data) {
    this.own = own;
    this.callers = callers;
    this.transaction = transaction;
    this.headFile = data.resolve(HEAD_FILE);
  }

  /**
   * The trail of an office, chained as it grows.
   *
   * @param own sees all rows
   * @param callers sees what the thread's scope shows
   * @param transaction of {@code own}
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it runs until the office ends
  static Audit start(
      JdbcClient own, JdbcClient callers, TransactionOperations transaction, Path data) {
    Audit audit = new Audit(new AuditStore(own), new AuditStore(callers), transaction, data);
    audit.chaining.scheduleWithFixedDelay(audit::chainPatiently, 1, 1, TimeUnit.SECONDS);
    return audit;
  }

  /** Checks the trail of a data folder, whether an office runs on it or not. */
  public static AuditCheck check(Path data, Optional<String> url) {
    try (Database database = Database.forReading(data, url)) {
      return AuditChain.check(
          new AuditStore(JdbcClient.create(database.dataSource())), read(data.resolve(HEAD_FILE)));
    }
  }

  /** Writes events within the caller's transaction, if it has one, and within its scope. */
  public void append(List<AuditEvent> events) {
    if (!events.isEmpty()) {
      insert(callers, events);
    }
  }

  private static void insert(AuditStore store, List<AuditEvent> events) {
    store.insert(OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS), events);
  }

  /** Writes an event on the office's own account. */
  void note(AuditEvent event) {
    insert(own, List.of(event));
  }

  /** The latest events that match, as the thread's scope shows them. */
  List<Row> search(AuditStore.Search search, AuditStore.Reach reach, int most) {
    return callers.search(search, reach, most);
  }

  private void chainPatiently() {
    try {
      chain();
    } catch (RuntimeException e) {
      LOG.warn("Das Prüfprotokoll ist gerade nicht zu verketten: {}", e.getMessage());
    }
  }

  /** Numbers and chains what was committed. */
  void chain() {
    boolean more = own.hasUnnumbered();
    while (more) {
      more = chainSome() && own.hasUnnumbered();
    }
  }

  private boolean chainSome() {
    Optional<Head> head =
        Optional.ofNullable(
            transaction.execute(
                _ -> {
                  if (!own.lockChain()) {
                    return null;
                  }
                  Head last = own.last().stream().findFirst().map(Head::of).orElse(Head.NONE);
                  List<Row> chained = AuditChain.extend(last, own.unnumbered());
                  own.number(chained);
                  return chained.isEmpty() ? last : Head.of(chained.getLast());
                }));
    head.ifPresent(this::write);
    return head.isPresent();
  }

  private synchronized void write(Head head) {
    try {
      if (read(headFile).map(Head::number).orElse(0L) >= head.number()) {
        return;
      }
      Path fresh = headFile.resolveSibling(HEAD_FILE + ".new");
      Files.writeString(fresh, head.text());
      Files.move(
          fresh, headFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Head> read(Path file) {
    try {
      return Head.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chaining.shutdownNow();
    chainPatiently();
  }
}
