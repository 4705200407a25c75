package org.urnengang.presentation.follow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.presentation.follow.Answer.Accepted;

/** Follows all ledgers of one place by asking for their checkpoints, until it is closed. */
public final class SourceFollower implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SourceFollower.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A source that restarts is not missed. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ZoneId LEGAL_TIME = ZoneId.of("Europe/Berlin");
  private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(20);

  private final LedgerPlaces places;
  private final String place;
  private final FollowedDays days;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Thread thread;
  private List<LogSource> sources = List.of();
  private long searchedAt;
  private Duration pause = BETWEEN_LOOKS;
  private OffsetDateTime reachedAt = now();
  private boolean lost;
  private int told;

  /**
   * A log of the place.
   *
   * @param key the key it says to be signed with, before it is compared with the known one
   * @param checkpoint the last checkpoint that was taken from it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals only
  private record Seen(VerificationKey key, byte[] checkpoint) {}

  private SourceFollower(LedgerPlaces places, String place, FollowedDays days) {
    this.places = places;
    this.place = place;
    this.days = days;
    this.thread = Thread.ofVirtual().name("follow " + place).unstarted(this::run);
  }

  /** Starts to follow an address or a folder. */
  public static SourceFollower start(LedgerPlaces places, String place, FollowedDays days) {
    SourceFollower follower = new SourceFollower(places, place, days);
    follower.thread.start();
    return follower;
  }

  /**
   * Reads all ledgers of a place once.
   *
   * @throws LogException if one cannot be read, does not verify, or none is there
   */
  public static void once(LedgerPlaces places, String place, FollowedDays days) {
    SourceFollower follower = new SourceFollower(places, place, days);
    follower.search();
    if (follower.sources.isEmpty()) {
      throw new LogException("Unter " + place + " liegt kein Protokoll");
    }
    follower.sources.forEach(follower::follow);
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        look();
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  /** A place that is gone is asked less and less often; what is known of it stays. */
  @SuppressWarnings("CatchingUnchecked") // whatever a place answers, following goes on
  private void look() {
    try {
      search();
      for (LogSource source : sources) {
        follow(source);
      }
      if (pause.compareTo(BETWEEN_LOOKS) > 0) {
        LOG.log(Level.INFO, "{0} is back", place);
      }
      pause = BETWEEN_LOOKS;
      reachedAt = now();
      tell(false);
    } catch (RuntimeException e) {
      if (pause.equals(BETWEEN_LOOKS)) {
        LOG.log(Level.WARNING, "{0} cannot be followed: {1}", place, e.getMessage());
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      tell(now().isAfter(reachedAt.plus(PATIENCE)));
    }
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(LEGAL_TIME);
  }

  private void tell(boolean gone) {
    Set<VerificationKey> keys = seen.values().stream().map(Seen::key).collect(Collectors.toSet());
    if (gone != lost || keys.size() > told) {
      lost = gone;
      told = keys.size();
      days.source(place, keys, gone ? Optional.of(reachedAt) : Optional.empty());
    }
  }

  private void search() {
    long now = System.nanoTime();
    if (sources.isEmpty() || now - searchedAt > BETWEEN_SEARCHES.toNanos()) {
      sources = places.find(place);
      searchedAt = now;
    }
  }

  private void follow(LogSource source) {
    Optional<byte[]> checkpoint = source.read(LogSource.CHECKPOINT);
    if (checkpoint.isEmpty()) {
      return;
    }
    Seen last = seen.get(source.toString());
    if (last != null && Arrays.equals(last.checkpoint(), checkpoint.get())) {
      return;
    }
    VerificationKey key =
        last == null ? VerificationKey.parse(text(source.require(LogSource.VKEY))) : last.key();
    String note = text(checkpoint.get());
    long size = Checkpoint.open(note, key).size();
    long known = Math.min(days.size(key), size);
    List<byte[]> entries = new ArrayList<>(VerifiedLog.entries(source, known, size));
    if (days.accept(key, note, known, entries) instanceof Accepted) {
      seen.put(source.toString(), new Seen(key, checkpoint.get()));
    } else {
      throw new LogException(source + " zeigt etwas anderes als das hier Geprüfte");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
