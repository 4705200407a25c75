package org.urnengang.ledger.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;

/** Nachrechnen: folds a long log from its bytes on all cores, for a restart, a past or an audit. */
public final class Replay {
  /** Bounds what is decoded and not yet applied. */
  private static final int BLOCK = 16_384;

  private Replay() {}

  /**
   * Adds entries one after the other until one cannot be added.
   *
   * @return how many were added; decoding or applying the next one says what is wrong with it
   */
  public static int onto(ResultState state, List<byte[]> payloads) {
    int done = 0;
    boolean stopped = false;
    while (!stopped && done < payloads.size()) {
      int end = Math.min(payloads.size(), done + BLOCK);
      int added = state.applyAll(decoded(payloads.subList(done, end)));
      stopped = done + added < end;
      done += added;
    }
    return done;
  }

  /** The entries before the first that is none. */
  private static List<Entry> decoded(List<byte[]> payloads) {
    List<Optional<Entry>> all = payloads.parallelStream().map(Replay::decode).toList();
    List<Entry> entries = new ArrayList<>(all.size());
    for (Optional<Entry> entry : all) {
      if (entry.isEmpty()) {
        break;
      }
      entries.add(entry.get());
    }
    return entries;
  }

  private static Optional<Entry> decode(byte[] payload) {
    try {
      return Optional.of(EntryCodec.decode(payload));
    } catch (InvalidEntry e) {
      return Optional.empty();
    }
  }
}
