package org.urnengang.presentation.node;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.urnengang.presentation.site.Address;

/**
 * Keeps prepared documents, so that each is written at most once for each version in which it
 * changes, and only when it is asked for. What was least used goes when memory is full.
 */
final class Renderings {
  /** More documents are not written at the same time; what is there is shown a little longer. */
  private static final int MOST_AT_ONCE = 1_000;

  private final long budget;
  private final Executor executor;
  private final LinkedHashMap<Address, Slot> slots = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;
  private int underWay;

  /** Prepares a document, or returns what is there when it is still the same. */
  interface Work {
    Optional<Rendered> prepare(Optional<Rendered> before);
  }

  /** A document and the stamp at which it was last known to be the newest. */
  private static final class Slot {
    private final long stamp;
    private final CompletableFuture<Optional<Rendered>> document;
    private long bytes;

    Slot(long stamp, CompletableFuture<Optional<Rendered>> document) {
      this.stamp = stamp;
      this.document = document;
    }
  }

  Renderings(long budget, Executor executor) {
    this.budget = budget;
    this.executor = executor;
  }

  /**
   * The document at an address; empty if nothing stands there. Those who ask for the same at the
   * same time wait for the same work.
   *
   * @param stamp grows whenever the document could have changed
   */
  synchronized CompletableFuture<Optional<Rendered>> get(Address address, long stamp, Work work) {
    Slot known = slots.get(address);
    if (known != null && known.stamp >= stamp) {
      return known.document;
    }
    if (underWay >= MOST_AT_ONCE) {
      return known != null && known.document.isDone()
          ? known.document
          : CompletableFuture.failedFuture(new Overload());
    }
    underWay++;
    CompletableFuture<Optional<Rendered>> before =
        known == null ? CompletableFuture.completedFuture(Optional.empty()) : known.document;
    Slot next =
        new Slot(
            stamp,
            before.exceptionally(_ -> Optional.empty()).thenApplyAsync(work::prepare, executor));
    next.bytes = known == null ? 0 : known.bytes;
    slots.put(address, next);
    var _ = next.document.handle((document, _) -> settle(address, next, document));
    return next.document;
  }

  /** Counts what a document needs; what failed or does not exist is not kept. */
  @SuppressWarnings("NullableOptional") // a future that failed has no value at all
  private synchronized boolean settle(
      Address address, Slot slot, @Nullable Optional<Rendered> document) {
    underWay--;
    if (slots.get(address) != slot) {
      return false;
    }
    long size = 0;
    if (document == null || document.isEmpty()) {
      slots.remove(address);
    } else {
      size = document.get().bytes();
    }
    bytes += size - slot.bytes;
    slot.bytes = size;
    dropLeastUsed();
    return true;
  }

  private void dropLeastUsed() {
    Iterator<Map.Entry<Address, Slot>> oldest = slots.entrySet().iterator();
    while (bytes > budget && oldest.hasNext()) {
      Slot slot = oldest.next().getValue();
      if (slot.document.isDone()) {
        bytes -= slot.bytes;
        oldest.remove();
      }
    }
  }

  /** Bytes in memory. */
  synchronized long bytes() {
    return bytes;
  }
}
