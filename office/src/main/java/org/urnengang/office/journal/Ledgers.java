package org.urnengang.office.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.KeyFolder;
import org.urnengang.office.platform.OfficeRefused;

/** All ledgers of this office. */
public final class Ledgers implements AutoCloseable {
  private static final byte[] AMENDED = "\"type\":\"amended\"".getBytes(StandardCharsets.UTF_8);

  private final Database database;
  private final DataFolder data;
  private final KeyFolder keys;
  private final LedgerStore store;
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Map<String, Sequencer> sequencers = new ConcurrentHashMap<>();
  private final List<Consumer<Ledger>> listeners = new CopyOnWriteArrayList<>();

  public Ledgers(Database database, DataFolder data, KeyFolder keys) {
    this.database = database;
    this.data = data;
    this.keys = keys;
    this.store = new LedgerStore(JdbcClient.create(database.dataSource()));
  }

  /** The days that have a ledger, whether it is started or not. */
  public List<String> days() {
    return store.ledgers().stream().map(LedgerStore.Row::day).toList();
  }

  /** The started ledgers by day. */
  public List<Ledger> started() {
    return days().stream().flatMap(day -> ledger(day).stream()).toList();
  }

  /** Tells of every ledger once: of those that are started now, and of each that starts later. */
  public void onStarted(Consumer<Ledger> listener) {
    listeners.add(listener);
    started().forEach(listener);
  }

  /** The started ledger of a day. */
  public Optional<Ledger> ledger(String day) {
    return Optional.ofNullable(ledgers.get(day));
  }

  /** Creates the ledger of a day within the caller's transaction, with a key of its own. */
  public void create(String day, String origin) {
    SigningKey key = keys.findOrMake(day, origin);
    if (!key.verificationKey().name().equals(origin)) {
      throw new OfficeRefused(
          "Der Signierschlüssel von %s heißt %s, nicht %s."
              .formatted(day, key.verificationKey().name(), origin));
    }
    store.insert(new LedgerStore.Row(day, origin, key.verificationKey().toString()));
  }

  /** Begins to number and sign the ledger of a day. */
  public Ledger start(String day) {
    LedgerStore.Row row = store.ledger(day).orElseThrow();
    SigningKey key =
        keys.find(day)
            .filter(found -> found.verificationKey().toString().equals(row.vkey()))
            .orElseThrow(
                () ->
                    new OfficeRefused(
                        "Zum Ergebnisprotokoll %s fehlt der Signierschlüssel keys/%s.key (%s)."
                            .formatted(row.origin(), day, row.vkey())));
    Ledger ledger = new Ledger(row, store);
    LedgerFolder folder = new LedgerFolder(data.ledger(day), ledger.key());
    try {
      sequencers.put(day, Sequencer.start(ledger, key, database, folder));
    } catch (LedgerDamaged e) {
      throw new OfficeRefused(
          "Das Ergebnisprotokoll %s ist beschädigt: %s „urnengang verify“ mit dem Datenordner sagt mehr."
              .formatted(row.origin(), e.getMessage()),
          e);
    }
    ledgers.put(day, ledger);
    listeners.forEach(listener -> listener.accept(ledger));
    return ledger;
  }

  /** What a ledger was when it ended. */
  public record Ended(String vkey, String note, long entries) {}

  /** Stops numbering a ledger; nobody can follow it any more. */
  public void stop(String day) {
    Optional.ofNullable(ledgers.remove(day)).ifPresent(Ledger::close);
    Optional.ofNullable(sequencers.remove(day)).ifPresent(Sequencer::close);
  }

  /** Removes a stopped ledger from the database within the caller's transaction. */
  public Ended remove(String day) {
    LedgerStore.Row row = store.ledger(day).orElseThrow();
    String note = store.newestNote(day).orElse("");
    return new Ended(row.vkey(), note, store.delete(day));
  }

  /** Removes the copy in files and the key of a ledger that is no longer in the database. */
  public void removeFiles(String day) {
    data.removeLedger(day);
    keys.remove(day);
  }

  /** Whether anything of a day's ledger is left: entries, a copy in files, a key. */
  public boolean isGone(String day) {
    return store.ledger(day).isEmpty()
        && store.first(day, 1).isEmpty()
        && !Files.exists(data.ledger(day))
        && keys.find(day).isEmpty();
  }

  /**
   * Appends entries within the caller's transaction. Its commit is the acknowledgement; the numbers
   * come later.
   *
   * @return the ids of the entries
   */
  public List<Long> append(String day, OffsetDateTime at, List<? extends Entry> entries) {
    return store.append(day, at, entries.stream().map(EntryCodec::encode).toList());
  }

  /** Locks a day's ledger against others who lock it until the caller's transaction ends. */
  public void lock(String day) {
    store.lock(day);
  }

  /** What of a day was changed after its opening, in order. */
  public List<Amended> amendments(String day) {
    return store.containing(day, AMENDED).stream()
        .map(EntryCodec::decode)
        .filter(Amended.class::isInstance)
        .map(Amended.class::cast)
        .toList();
  }

  /** The first entries of a day, numbered or not. */
  public List<byte[]> first(String day, int count) {
    return store.first(day, count);
  }

  /** The time of the latest entry of a day. */
  public Optional<OffsetDateTime> lastAt(String day) {
    return store.lastAt(day);
  }

  @Override
  public void close() {
    ledgers.values().forEach(Ledger::close);
    sequencers.values().forEach(Sequencer::close);
  }
}
