package org.urnengang.office.journal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.KeyFolder;
import org.urnengang.office.platform.OfficeRefused;

/** All ledgers of this office. */
public final class Ledgers implements AutoCloseable {
  private final Database database;
  private final DataFolder data;
  private final KeyFolder keys;
  private final LedgerStore store;
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Map<String, Sequencer> sequencers = new ConcurrentHashMap<>();

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
    return ledger;
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
