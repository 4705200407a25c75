package org.urnengang.presentation.follow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.RefusedEntry;
import org.urnengang.ledger.fold.Replay;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.presentation.follow.Answer.Accepted;
import org.urnengang.presentation.follow.Answer.Missing;
import org.urnengang.presentation.follow.Answer.Refused;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.result.Trouble;
import org.urnengang.rules.election.ElectionDay;

/**
 * Verfolgter Wahltag: what this node has verified of one ledger, on disk and folded. It grows by
 * whatever verifies and extends it; nothing is ever replaced. What is shown is on disk before.
 */
public final class FollowedDay {
  private static final Logger LOG = System.getLogger(FollowedDay.class.getName());

  private final String day;
  private final Path folder;
  private final VerifiedLog log;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final PastStates past;
  private TileFolder tiles;
  private ResultState result = new ResultState();
  private Optional<Trouble> stopped = Optional.empty();
  private Optional<Trouble> alone = Optional.empty();
  private int turns;
  private volatile long version;
  private volatile long stamp;

  private FollowedDay(String day, Path folder, VerificationKey key) {
    this.day = day;
    this.folder = folder;
    this.log = new VerifiedLog(key);
    this.tiles = new TileFolder(folder, 0);
    this.past = new PastStates(folder);
  }

  /** A day of which nothing is known yet; its folder begins with the first entries. */
  static FollowedDay begin(String day, Path folder, VerificationKey key) {
    return new FollowedDay(day, folder, key);
  }

  /**
   * A day from its folder, verified again.
   *
   * @throws LogException if the folder is not what was verified once
   */
  static FollowedDay load(String day, Path folder) {
    LogSource source = new FolderSource(folder);
    VerificationKey key = VerificationKey.parse(text(source.require(LogSource.VKEY)));
    FollowedDay known = new FollowedDay(day, folder, key);
    Optional<byte[]> note = source.read(LogSource.CHECKPOINT);
    if (note.isPresent()) {
      long size = Checkpoint.open(text(note.get()), key).size();
      List<byte[]> entries = VerifiedLog.entries(source, 0, size);
      known.log.extend(text(note.get()), 0, entries);
      known.tiles = new TileFolder(folder, size);
      known.show(entries);
    }
    return known;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Takes entries of the ledger: the only way in, whoever brings them.
   *
   * @param note the signed checkpoint over all entries up to the last of these
   * @param from index of the first of these entries
   * @throws LogException if they cannot be stored; the node then stays where it was
   */
  synchronized Answer accept(String note, long from, List<byte[]> entries) {
    if (from > log.size()) {
      return new Missing(log.size());
    }
    List<byte[]> fresh;
    lock.writeLock().lock();
    try {
      fresh = log.extend(note, from, entries);
    } catch (LogException e) {
      LOG.log(Level.WARNING, "{0}: refused, {1}", day, e.getMessage());
      return new Refused(String.valueOf(e.getMessage()));
    } finally {
      lock.writeLock().unlock();
    }
    if (!fresh.isEmpty()) {
      store(fresh, note);
      show(fresh);
    }
    return new Accepted(log.size());
  }

  private void store(List<byte[]> fresh, String note) {
    try {
      if (log.size() == fresh.size()) {
        tiles.writeKey(log.key());
      }
      tiles.extend(log.tree(), fresh, note);
    } catch (LogException e) {
      lock.writeLock().lock();
      try {
        log.tree().truncate(log.size() - fresh.size());
      } finally {
        lock.writeLock().unlock();
      }
      tiles = new TileFolder(folder, log.size());
      throw e;
    }
  }

  private void show(List<byte[]> fresh) {
    lock.writeLock().lock();
    try {
      if (stopped.isEmpty()) {
        apply(fresh);
      }
    } finally {
      changed();
      lock.writeLock().unlock();
    }
  }

  private void changed() {
    version = result.version();
    stamp = 2 * version + (stopped.isPresent() ? 1 : 0) + turns;
  }

  /** Says since when nothing that it is followed from answers, empty if something does. */
  void alone(Optional<OffsetDateTime> since) {
    lock.writeLock().lock();
    try {
      Optional<Trouble> now = since.map(Trouble.Alone::new);
      if (!now.equals(alone)) {
        alone = now;
        turns++;
        changed();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** An entry that cannot be applied ends the fold for good: what follows would be built on it. */
  @SuppressWarnings("CatchingUnchecked") // whatever it is, the node goes on serving what it has
  private void apply(List<byte[]> fresh) {
    try {
      int applied = Replay.onto(result, fresh);
      if (result.day().filter(defined -> !isOwn(defined)).isPresent()) {
        result = new ResultState();
        throw new RefusedEntry("Die Festlegung gehört zu einem anderen Wahltag als der Schlüssel");
      }
      if (applied < fresh.size()) {
        result.apply(EntryCodec.decode(fresh.get(applied)));
      }
    } catch (RuntimeException e) {
      stopped = Optional.of(new Trouble.Stopped(String.valueOf(e.getMessage())));
      LOG.log(
          Level.ERROR,
          "%s: a verified entry cannot be applied, this node stops at version %d"
              .formatted(day, result.version()),
          e);
    }
  }

  private boolean isOwn(ElectionDay defined) {
    return defined.origin().equals(log.key().name()) && defined.key().equals(day);
  }

  /** The day's key. */
  public String day() {
    return day;
  }

  /** The key under which the ledger is verified. */
  public VerificationKey key() {
    return log.key();
  }

  /** Where its tiles lie. */
  public Path folder() {
    return folder;
  }

  /** The version that is shown. */
  public long version() {
    return version;
  }

  /** Grows whenever a page could change. */
  public long stamp() {
    return stamp;
  }

  /** Number of verified entries. */
  synchronized long size() {
    return log.size();
  }

  /** Looks at the state of an earlier version, empty if there is no such version yet. */
  public <T> Optional<T> readAt(long earlier, Function<DayState, T> look) {
    return earlier < 1 || earlier > version
        ? Optional.empty()
        : Optional.of(past.read(earlier, state -> look(state, look)));
  }

  private <T> T look(ResultState state, Function<DayState, T> look) {
    lock.readLock().lock();
    try {
      return look.apply(new DayState(state, log.tree(), log.key(), Optional.empty()));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Looks at the state while nothing is applied to it. */
  public <T> T read(Function<DayState, T> look) {
    lock.readLock().lock();
    try {
      return look.apply(new DayState(result, log.tree(), log.key(), stopped.or(() -> alone)));
    } finally {
      lock.readLock().unlock();
    }
  }
}
