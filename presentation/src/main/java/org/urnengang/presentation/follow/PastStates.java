package org.urnengang.presentation.follow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.Replay;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.VerifiedLog;

/**
 * Frühere Stände: the fold over the first entries of a log, read again from its folder. A few folds
 * are kept, so that whoever moves on from one version to the next does not start at the beginning.
 */
final class PastStates {
  private static final int KEPT = 3;
  private static final int AT_ONCE = 4_096;

  private final Path folder;
  private final List<ResultState> idle = new ArrayList<>();

  PastStates(Path folder) {
    this.folder = folder;
  }

  /**
   * Looks at the state of an earlier version.
   *
   * @param version number of entries, all of them verified and applied before
   */
  <T> T read(long version, Function<ResultState, T> look) {
    ResultState state = nearest(version).orElseGet(ResultState::new);
    LogSource source = new LogFiles(folder);
    while (state.version() < version) {
      long to = Math.min(version, state.version() + AT_ONCE);
      List<byte[]> next = VerifiedLog.entries(source, state.version(), to);
      int applied = Replay.onto(state, next);
      if (applied < next.size()) {
        state.apply(EntryCodec.decode(next.get(applied)));
      }
    }
    T seen = look.apply(state);
    keep(state);
    return seen;
  }

  private synchronized Optional<ResultState> nearest(long version) {
    Optional<ResultState> found =
        idle.stream()
            .filter(state -> state.version() <= version)
            .max(Comparator.comparingLong(ResultState::version));
    found.ifPresent(idle::remove);
    return found;
  }

  private synchronized void keep(ResultState state) {
    idle.add(state);
    if (idle.size() > KEPT) {
      idle.removeFirst();
    }
  }
}
