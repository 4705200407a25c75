package org.urnengang.office.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.office.journal.NumberingStore.Fresh;
import org.urnengang.office.platform.Database;

/**
 * Numbers, hashes and signs the committed entries of one ledger. Of all office nodes the one that
 * holds the ledger's advisory lock does it, on the very connection that holds the lock.
 */
final class Sequencer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

  /** How often it looks for entries, whichever node committed them; those share a checkpoint. */
  private static final Duration PACE = Duration.ofMillis(80);

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final Ledger ledger;
  private final SigningKey key;
  private final Database database;
  private final LedgerFolder folder;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread thread;
  private MerkleTree tree = new MerkleTree();
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  private Sequencer(Ledger ledger, SigningKey key, Database database, LedgerFolder folder) {
    this.ledger = ledger;
    this.key = key;
    this.database = database;
    this.folder = folder;
    this.thread =
        Thread.ofPlatform().daemon().name("sequencer " + ledger.day()).unstarted(this::run);
  }

  /**
   * Starts numbering.
   *
   * @throws LedgerDamaged if the database does not hold what was signed
   */
  static Sequencer start(Ledger ledger, SigningKey key, Database database, LedgerFolder folder) {
    Sequencer sequencer = new Sequencer(ledger, key, database, folder);
    sequencer.thread.start();
    try {
      sequencer.ready.join();
      return sequencer;
    } catch (RuntimeException e) {
      sequencer.close();
      throw e.getCause() instanceof LedgerDamaged damaged ? damaged : e;
    }
  }

  private void run() {
    while (!closed) {
      try (Connection fresh = database.connect()) {
        connection = fresh;
        lead(fresh);
      } catch (SQLException e) {
        if (!closed) {
          LOG.warn("Das Numerieren von {} setzt aus: {}", ledger.day(), e.getMessage());
          LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        }
      } catch (LedgerDamaged e) {
        LOG.error("Das Ergebnisprotokoll {} ruht: {}", ledger.key().name(), e.getMessage());
        ready.completeExceptionally(e);
        return;
      } catch (RuntimeException e) {
        LOG.error("Das Ergebnisprotokoll {} ruht", ledger.key().name(), e);
        ready.completeExceptionally(e);
        return;
      }
    }
  }

  private void lead(Connection session) throws SQLException {
    NumberingStore store = new NumberingStore(session, ledger.day());
    if (!store.tryLock(lockKey())) {
      ready.complete(false);
      store.lock(lockKey());
    }
    load(store);
    ready.complete(true);
    while (!closed) {
      long start = System.nanoTime();
      number(store);
      LockSupport.parkNanos(PACE.toNanos() - (System.nanoTime() - start));
    }
  }

  private long lockKey() {
    byte[] digest = Hash.sha256().digest(ledger.key().name().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  /** The database must hold what the newest checkpoint signs, there and in the folder. */
  private void load(NumberingStore store) throws SQLException {
    MerkleTree loaded = new MerkleTree();
    store.forEachNumbered(payload -> loaded.append(Hash.leaf(payload)));
    Optional<String> note = store.newestNote();
    Optional<Checkpoint> newest = note.map(text -> Checkpoint.open(text, key.verificationKey()));
    newest.ifPresent(checkpoint -> requireSigned(checkpoint, loaded, "Datenbank"));
    if (loaded.size() != newest.map(Checkpoint::size).orElse(0L)) {
      throw new LedgerDamaged(
          "%d Einträge sind numeriert, aber nicht alle unterschrieben.".formatted(loaded.size()));
    }
    folder.checkpoint().ifPresent(copy -> requireSigned(copy, loaded, "Kopie"));
    tree = loaded;
    note.ifPresent(
        signed -> {
          copy(signed);
          ledger.extended(new Extension(signed, tree.size(), List.of()));
        });
  }

  private static void requireSigned(Checkpoint checkpoint, MerkleTree tree, String where) {
    if (checkpoint.size() > tree.size()) {
      throw new LedgerDamaged(
          "Der Prüfpunkt der %s reicht bis %d, die Datenbank hat nur %d Einträge."
              .formatted(where, checkpoint.size(), tree.size()));
    }
    if (!Arrays.equals(checkpoint.root(), tree.root(checkpoint.size()))) {
      throw new LedgerDamaged(
          "Die Einträge der Datenbank ergeben nicht die Prüfsumme, die in der %s unterschrieben ist."
              .formatted(where));
    }
  }

  private void number(NumberingStore store) throws SQLException {
    List<Fresh> fresh = store.unnumbered(Ledger.LARGEST_STEP);
    if (fresh.isEmpty()) {
      return;
    }
    long from = tree.size();
    fresh.forEach(entry -> tree.append(Hash.leaf(entry.payload())));
    Checkpoint checkpoint =
        new Checkpoint(ledger.key().name(), tree.size(), tree.root(tree.size()));
    String note = checkpoint.sign(key);
    store.number(fresh, from, note);
    List<byte[]> payloads = fresh.stream().map(Fresh::payload).toList();
    copy(note, from, payloads);
    ledger.extended(new Extension(note, from, payloads));
  }

  private void copy(String note) {
    folder.extend(tree, note, from -> entriesFrom(from, tree.size(), List.of()));
  }

  private void copy(String note, long start, List<byte[]> fresh) {
    folder.extend(tree, note, from -> entriesFrom(from, start, fresh));
  }

  /** The entries from an index on, of which those from {@code start} on are at hand. */
  private List<byte[]> entriesFrom(long from, long start, List<byte[]> fresh) {
    if (from >= start) {
      return fresh.subList((int) (from - start), fresh.size());
    }
    List<byte[]> all = new ArrayList<>();
    for (long at = from; at < start; at += Ledger.LARGEST_STEP) {
      all.addAll(ledger.entries(at, Math.min(start, at + Ledger.LARGEST_STEP)));
    }
    all.addAll(fresh);
    return all;
  }

  @Override
  public void close() {
    closed = true;
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Executors.newVirtualThreadPerTaskExecutor());
      } catch (SQLException e) {
        LOG.debug("abort", e);
      }
    }
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
