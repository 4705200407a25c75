package org.urnengang.ledger.fold;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;

/** Nachrechnen: folds a long log from its bytes on all cores, for a restart, a past or an audit. */
public final class Replay {
  /** Bounds what is decoded and not yet applied. */
  private static final int LENGTH = 8_192;

  private Replay() {}

  /**
   * Adds entries one after the other until one cannot be added.
   *
   * @return how many were added; decoding or applying the next one says what is wrong with it
   */
  public static int onto(ResultState state, List<byte[]> payloads) {
    int done = 0;
    boolean stopped = false;
    Block next = Block.at(0, payloads);
    while (!stopped && done < payloads.size()) {
      Block block = next;
      next = Block.at(block.end, payloads);
      done += state.applyAll(block.entries());
      stopped = done < block.end;
    }
    return done;
  }

  /** Entries that are decoded while those before them are applied. */
  private record Block(int end, CompletableFuture<List<Optional<Entry>>> decoded) {
    static Block at(int begin, List<byte[]> payloads) {
      int end = Math.min(payloads.size(), begin + LENGTH);
      List<byte[]> block = payloads.subList(begin, end);
      return new Block(
          end,
          CompletableFuture.supplyAsync(() -> block.parallelStream().map(Replay::decode).toList()));
    }

    /** The entries before the first that is none. */
    List<Entry> entries() {
      return decoded.join().stream().takeWhile(Optional::isPresent).map(Optional::get).toList();
    }
  }

  private static Optional<Entry> decode(byte[] payload) {
    try {
      return Optional.of(EntryCodec.decode(payload));
    } catch (InvalidEntry e) {
      return Optional.empty();
    }
  }
}
