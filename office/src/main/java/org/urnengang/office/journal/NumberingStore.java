package org.urnengang.office.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database as the sequencer sees it: everything on the one connection that holds the ledger's
 * advisory lock, so that whoever has lost the lock cannot number any more.
 */
final class NumberingStore {
  private static final int FETCH_SIZE = 1_000;

  private final Connection connection;
  private final String ledger;

  NumberingStore(Connection connection, String ledger) {
    this.connection = connection;
    this.ledger = ledger;
  }

  /** A committed entry that has no number yet. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fresh(long id, byte[] payload) {}

  boolean tryLock(long key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Waits until the node that numbers now is gone. */
  void lock(long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
      statement.setLong(1, key);
      statement.execute();
    }
  }

  /** Hands over all numbered entries in order. */
  void forEachNumbered(Consumer<byte[]> reader) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT index, payload FROM ledger_entry
            WHERE ledger = ? AND index IS NOT NULL ORDER BY index
            """)) {
      statement.setFetchSize(FETCH_SIZE);
      statement.setString(1, ledger);
      try (ResultSet rows = statement.executeQuery()) {
        for (long expected = 0; rows.next(); expected++) {
          if (rows.getLong(1) != expected) {
            throw new LedgerDamaged("Eintrag " + expected + " fehlt in der Datenbank.");
          }
          reader.accept(rows.getBytes(2));
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  Optional<String> newestNote() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT note FROM ledger_checkpoint WHERE ledger = ? ORDER BY size DESC LIMIT 1")) {
      statement.setString(1, ledger);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  List<Fresh> unnumbered(int atMost) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT id, payload FROM ledger_entry
            WHERE ledger = ? AND index IS NULL ORDER BY id LIMIT ?
            """)) {
      statement.setString(1, ledger);
      statement.setInt(2, atMost);
      try (ResultSet rows = statement.executeQuery()) {
        List<Fresh> fresh = new ArrayList<>();
        while (rows.next()) {
          fresh.add(new Fresh(rows.getLong(1), rows.getBytes(2)));
        }
        return fresh;
      }
    }
  }

  /** Numbers these entries from {@code from} on and keeps the note, both or nothing. */
  void number(List<Fresh> entries, long from, String note) throws SQLException {
    connection.setAutoCommit(false);
    try {
      setNumbers(entries, from);
      insertNote(from + entries.size(), note);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void setNumbers(List<Fresh> entries, long from) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ledger_entry e SET index = ? + fresh.position - 1
            FROM unnest(?::bigint[]) WITH ORDINALITY AS fresh(id, position)
            WHERE e.id = fresh.id AND e.index IS NULL
            """)) {
      statement.setLong(1, from);
      statement.setObject(2, entries.stream().mapToLong(Fresh::id).toArray());
      int numbered = statement.executeUpdate();
      if (numbered != entries.size()) {
        throw new LedgerDamaged(
            "Nur %d von %d Einträgen waren ohne Nummer.".formatted(numbered, entries.size()));
      }
    }
  }

  private void insertNote(long size, String note) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO ledger_checkpoint (ledger, size, note) VALUES (?, ?, ?)")) {
      statement.setString(1, ledger);
      statement.setLong(2, size);
      statement.setString(3, note);
      statement.executeUpdate();
    }
  }
}
