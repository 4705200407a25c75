package org.urnengang.office.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.urnengang.ledger.log.VerificationKey;

/** The signed log of one election day as this office keeps it. */
public final class Ledger {
  /** The sequencer numbers no more entries at once, so a checkpoint comes at least this often. */
  static final int LARGEST_STEP = 5_000;

  private final LedgerStore.Row row;
  private final VerificationKey key;
  private final LedgerStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Extension last = new Extension("", 0, List.of());
  private boolean closed;

  Ledger(LedgerStore.Row row, LedgerStore store) {
    this.row = row;
    this.key = VerificationKey.parse(row.vkey());
    this.store = store;
  }

  /** The key of its day. */
  public String day() {
    return row.day();
  }

  /** The key by which it is checked; its name is the ledger's. */
  public VerificationKey key() {
    return key;
  }

  /** Number of signed entries. */
  public long size() {
    lock.lock();
    try {
      return last.size();
    } finally {
      lock.unlock();
    }
  }

  /** Told by the sequencer after the commit. */
  void extended(Extension extension) {
    lock.lock();
    try {
      last = extension;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until more than {@code size} entries are signed.
   *
   * @return false when the ledger is closed instead
   */
  public boolean awaitBeyond(long size) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (last.size() <= size && !closed) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** The entries from this index up to a checkpoint behind it, empty if there is none yet. */
  public Optional<Extension> after(long from) {
    lock.lock();
    try {
      if (last.size() > from && last.from() <= from) {
        int skip = (int) (from - last.from());
        List<byte[]> entries = last.entries();
        return Optional.of(new Extension(last.note(), from, entries.subList(skip, entries.size())));
      }
    } finally {
      lock.unlock();
    }
    return store
        .noteAfter(row.day(), from, LARGEST_STEP)
        .map(note -> new Extension(note.note(), from, store.entries(row.day(), from, note.size())));
  }

  /** The signed entries with these numbers. */
  public List<byte[]> entries(long from, long to) {
    return store.entries(row.day(), from, to);
  }

  /** Tells a listener everything from this index on, until it is closed. */
  public LedgerFollower follow(long from, LedgerListener listener) {
    return LedgerFollower.start(this, from, listener);
  }
}
