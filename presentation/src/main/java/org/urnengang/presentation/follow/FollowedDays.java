package org.urnengang.presentation.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.presentation.follow.Answer.Accepted;
import org.urnengang.presentation.follow.Answer.Refused;
import org.urnengang.presentation.result.DayState;

/** All days that this node follows, each kept in {@code DATA/<day>/log}. */
public final class FollowedDays {
  /** How a day is called: its date, a rehearsal's with {@code -probe}. */
  public static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-probe)?");

  private static final String REHEARSAL = "-probe";
  private static final Logger LOG = System.getLogger(FollowedDays.class.getName());
  private static final String TILES = "log";

  private final Path data;
  private final List<VerificationKey> keys;
  private final ConcurrentMap<String, FollowedDay> days = new ConcurrentHashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final List<Consumer<FollowedDay>> listeners = new CopyOnWriteArrayList<>();

  /**
   * A place that days are followed from.
   *
   * @param days those that were read there
   * @param lost when it was last reached, empty while it answers
   */
  private record Source(Set<String> days, Optional<OffsetDateTime> lost) {}

  /** Whether this is the key of a rehearsal, which may begin anew under the same address. */
  public static boolean isRehearsal(String day) {
    return day.endsWith(REHEARSAL);
  }

  private FollowedDays(Path data, List<VerificationKey> keys) {
    this.data = data;
    this.keys = List.copyOf(keys);
  }

  /**
   * The days that an earlier run left in this folder.
   *
   * @param keys the only keys to accept; none means that a source's own key is taken on trust when
   *     its day is first seen
   */
  public static FollowedDays load(Path data, List<VerificationKey> keys) {
    FollowedDays known = new FollowedDays(data, keys);
    try {
      Files.createDirectories(data);
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(data, Files::isDirectory)) {
        folders.forEach(known::load);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  private void load(Path folder) {
    String day = folder.getFileName().toString();
    Path tiles = folder.resolve(TILES);
    if (!DAY.matcher(day).matches() || !Files.isDirectory(tiles)) {
      return;
    }
    try {
      FollowedDay known = FollowedDay.load(day, tiles);
      if (mayFollow(known.key())) {
        days.put(day, known);
      } else {
        LOG.log(Level.ERROR, "{0} is not served: its key is not among those given", tiles);
      }
    } catch (LogException e) {
      setAside(tiles, e);
    }
  }

  /** A damaged folder is kept as evidence; the day is read anew from where it comes. */
  private static void setAside(Path tiles, LogException damage) {
    try {
      Path evidence = Files.createTempDirectory(tiles.getParent(), "damaged-").resolve(TILES);
      Files.move(tiles, evidence);
      LOG.log(Level.ERROR, tiles + " no longer verifies and was moved to " + evidence, damage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean mayFollow(VerificationKey key) {
    return keys.isEmpty() || keys.contains(key);
  }

  /** Is told of every day whose shown version grew. */
  public void onChange(Consumer<FollowedDay> listener) {
    listeners.add(listener);
  }

  /**
   * Takes entries of the ledger with this key. A day that is known keeps its key; a new one begins
   * when its first entries verify.
   *
   * @throws LogException if they cannot be stored
   */
  public Answer accept(VerificationKey key, String note, long from, List<byte[]> entries) {
    Optional<String> name = dayOf(key);
    if (name.isEmpty()) {
      return new Refused("Der Schlüssel " + key.name() + " nennt keinen Wahltag.");
    }
    if (!mayFollow(key)) {
      return new Refused("Der Schlüssel " + key.name() + " ist hier nicht eingetragen.");
    }
    FollowedDay known = days.get(name.get());
    if (known == null) {
      return begin(name.get(), key, note, from, entries);
    }
    if (!known.key().equals(key)) {
      return new Refused("Dieser Wahltag ist hier unter einem anderen Schlüssel bekannt.");
    }
    return extend(known, note, from, entries);
  }

  private synchronized Answer begin(
      String day, VerificationKey key, String note, long from, List<byte[]> entries) {
    if (days.containsKey(day)) {
      return accept(key, note, from, entries);
    }
    FollowedDay fresh = FollowedDay.begin(day, data.resolve(day).resolve(TILES), key);
    Answer answer = fresh.accept(note, from, entries);
    if (answer instanceof Accepted(long size) && size > 0) {
      days.put(day, fresh);
      listeners.forEach(listener -> listener.accept(fresh));
    }
    return answer;
  }

  private Answer extend(FollowedDay day, String note, long from, List<byte[]> entries) {
    long before = day.stamp();
    Answer answer = day.accept(note, from, entries);
    if (day.stamp() != before) {
      listeners.forEach(listener -> listener.accept(day));
    }
    return answer;
  }

  /**
   * Takes note of whether a place answers. A day without any place that answers says so on its
   * pages; one that no place has shown yet depends on all of them.
   *
   * @param place address or folder
   * @param keys the keys of the ledgers that were read there
   * @param lost when it was last reached, empty if it answers
   */
  synchronized void source(
      String place, Collection<VerificationKey> keys, Optional<OffsetDateTime> lost) {
    Set<String> read =
        keys.stream().flatMap(key -> dayOf(key).stream()).collect(Collectors.toSet());
    sources.put(place, new Source(read, lost));
    for (FollowedDay day : days.values()) {
      long before = day.stamp();
      day.alone(lost(day.day()));
      if (day.stamp() != before) {
        listeners.forEach(listener -> listener.accept(day));
      }
    }
  }

  /** When the last of a day's places was lost, empty if one answers. */
  private Optional<OffsetDateTime> lost(String day) {
    List<Source> own = sources.values().stream().filter(s -> s.days().contains(day)).toList();
    Collection<Source> feeding = own.isEmpty() ? sources.values() : own;
    return feeding.stream().anyMatch(source -> source.lost().isEmpty())
        ? Optional.empty()
        : feeding.stream().flatMap(s -> s.lost().stream()).max(Comparator.naturalOrder());
  }

  private static Optional<String> dayOf(VerificationKey key) {
    String day = key.name().substring(key.name().lastIndexOf('/') + 1);
    return DAY.matcher(day).matches() ? Optional.of(day) : Optional.empty();
  }

  /** The key by which entries of this day may be pushed, empty if none is known. */
  public Optional<VerificationKey> keyOf(String day) {
    return get(day)
        .map(FollowedDay::key)
        .or(() -> keys.stream().filter(key -> dayOf(key).equals(Optional.of(day))).findFirst());
  }

  /** Number of verified entries of the ledger with this key. */
  public long size(VerificationKey key) {
    return dayOf(key).flatMap(this::get).map(FollowedDay::size).orElse(0L);
  }

  public Optional<FollowedDay> get(String day) {
    return Optional.ofNullable(days.get(day));
  }

  /** All days, the latest first. */
  public List<FollowedDay> all() {
    List<FollowedDay> sorted = new ArrayList<>(days.values());
    sorted.sort(Comparator.comparing(FollowedDay::day).reversed());
    return sorted;
  }

  /** Grows whenever a page about all days could change. */
  public long stamp() {
    return days.values().stream().mapToLong(FollowedDay::stamp).sum();
  }

  /** Looks at the states of all days, the latest first, while nothing is applied to any of them. */
  public <T> T read(Function<List<DayState>, T> look) {
    return read(all(), new ArrayList<>(), look);
  }

  private static <T> T read(
      List<FollowedDay> rest, List<DayState> states, Function<List<DayState>, T> look) {
    if (rest.isEmpty()) {
      return look.apply(List.copyOf(states));
    }
    return rest.getFirst()
        .read(
            state -> {
              states.add(state);
              return read(rest.subList(1, rest.size()), states, look);
            });
  }
}
