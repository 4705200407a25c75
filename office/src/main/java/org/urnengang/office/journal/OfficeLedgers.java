package org.urnengang.office.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.KeyFolder;
import org.urnengang.office.platform.OfficeRefused;

/**
 * The ledgers of an office's data folder for whoever verifies them: the entries as they stand in
 * the database now, the hashes as they were when they were signed.
 */
public final class OfficeLedgers implements AutoCloseable {
  private final Path data;
  private final Database database;
  private final LedgerStore store;

  private OfficeLedgers(Path data, Database database) {
    this.data = data;
    this.database = database;
    this.store = new LedgerStore(JdbcClient.create(database.dataSource()));
  }

  /**
   * One day's ledger.
   *
   * @param day key of the day
   * @param source its checkpoint, entries and tiles
   * @param key the key that the office signs with
   */
  public record OfficeLedger(String day, LogSource source, VerificationKey key) {}

  /** Whether a folder is the data folder of an office. */
  public static boolean isDataFolder(Path folder) {
    return Files.exists(folder.resolve("office.lock"));
  }

  /**
   * Connects to the database of a data folder, whether an office runs on it or not. Without one its
   * server runs until this is closed.
   *
   * @param database address of the database, if the office does not run its own
   * @throws OfficeRefused if there is no such database
   */
  public static OfficeLedgers open(Path data, Optional<String> database) {
    if (!isDataFolder(data)) {
      throw new OfficeRefused(data + " ist kein Datenordner eines Wahlamts.");
    }
    return new OfficeLedgers(data, Database.forReading(data, database));
  }

  /** All ledgers, by day. */
  public List<OfficeLedger> ledgers() {
    return store.ledgers().stream().map(this::ledger).toList();
  }

  private OfficeLedger ledger(LedgerStore.Row row) {
    VerificationKey key =
        new KeyFolder(data)
            .find(row.day())
            .map(SigningKey::verificationKey)
            .orElseGet(() -> VerificationKey.parse(row.vkey()));
    LedgerFolder copy = new LedgerFolder(DataFolder.ledger(data, row.day()), key);
    return new OfficeLedger(row.day(), new DatabaseSource(row.day(), key, store, copy), key);
  }

  @Override
  public void close() {
    database.close();
  }
}
