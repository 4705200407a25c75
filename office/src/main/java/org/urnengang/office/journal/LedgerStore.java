package org.urnengang.office.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledgers in the database. */
final class LedgerStore {
  private final JdbcClient client;

  LedgerStore(JdbcClient client) {
    this.client = client;
  }

  /**
   * A ledger's name and key.
   *
   * @param day key of its day
   * @param origin its name
   * @param vkey the key by which it is checked
   */
  record Row(String day, String origin, String vkey) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getString("day"), row.getString("origin"), row.getString("vkey"));
  }

  List<Row> ledgers() {
    return client
        .sql("SELECT day, origin, vkey FROM ledger ORDER BY day")
        .query(LedgerStore::row)
        .list();
  }

  Optional<Row> ledger(String day) {
    return client
        .sql("SELECT day, origin, vkey FROM ledger WHERE day = :day")
        .param("day", day)
        .query(LedgerStore::row)
        .optional();
  }

  void insert(Row ledger) {
    client
        .sql("INSERT INTO ledger (day, origin, vkey) VALUES (:day, :origin, :vkey)")
        .paramSource(ledger)
        .update();
  }

  /** Appends entries in this order; they get their numbers once the transaction is committed. */
  List<Long> append(String ledger, OffsetDateTime at, List<byte[]> payloads) {
    return client
        .sql(
            """
            WITH appended AS (
              INSERT INTO ledger_entry (ledger, at, payload)
              SELECT :ledger, :at, payload
              FROM unnest(:payloads::bytea[]) WITH ORDINALITY AS fresh(payload, position)
              ORDER BY position
              RETURNING id
            )
            SELECT id FROM appended ORDER BY id
            """)
        .param("ledger", ledger)
        .param("at", at)
        .param("payloads", payloads.toArray(byte[][]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Locks a ledger against others who lock it until the transaction ends. */
  void lock(String ledger) {
    client
        .sql("SELECT day FROM ledger WHERE day = :ledger FOR UPDATE")
        .param("ledger", ledger)
        .query(String.class)
        .single();
  }

  /** The entries in which these bytes occur, numbered or not. */
  List<byte[]> containing(String ledger, byte[] bytes) {
    return client
        .sql(
            """
            SELECT payload FROM ledger_entry
            WHERE ledger = :ledger AND position(:bytes::bytea IN payload) > 0 ORDER BY id
            """)
        .param("ledger", ledger)
        .param("bytes", bytes)
        .query((row, _) -> row.getBytes(1))
        .list();
  }

  /** Deletes a ledger with all that was signed; how many entries it had. */
  int delete(String ledger) {
    client
        .sql("DELETE FROM ledger_checkpoint WHERE ledger = :ledger")
        .param("ledger", ledger)
        .update();
    int entries =
        client
            .sql("DELETE FROM ledger_entry WHERE ledger = :ledger")
            .param("ledger", ledger)
            .update();
    client.sql("DELETE FROM ledger WHERE day = :ledger").param("ledger", ledger).update();
    return entries;
  }

  /** The entries with these numbers; a number that is missing yields an entry without bytes. */
  List<byte[]> entries(String ledger, long from, long to) {
    return client
        .sql(
            """
            SELECT coalesce(e.payload, ''::bytea)
            FROM generate_series(:from::bigint, :to::bigint - 1) AS wanted(index)
            LEFT JOIN ledger_entry e ON e.ledger = :ledger AND e.index = wanted.index AND e.index IS NOT NULL
            ORDER BY wanted.index
            """)
        .param("ledger", ledger)
        .param("from", from)
        .param("to", to)
        .query((row, _) -> row.getBytes(1))
        .list();
  }

  /** The first entries, numbered or not. */
  List<byte[]> first(String ledger, int count) {
    return client
        .sql(
            """
            SELECT payload FROM ledger_entry WHERE ledger = :ledger ORDER BY id LIMIT :count
            """)
        .param("ledger", ledger)
        .param("count", count)
        .query((row, _) -> row.getBytes(1))
        .list();
  }

  /** The time of the latest entry. */
  Optional<OffsetDateTime> lastAt(String ledger) {
    return client
        .sql("SELECT at FROM ledger_entry WHERE ledger = :ledger ORDER BY at DESC LIMIT 1")
        .param("ledger", ledger)
        .query((row, _) -> row.getObject(1, OffsetDateTime.class))
        .optional();
  }

  Optional<String> newestNote(String ledger) {
    return client
        .sql(
            """
            SELECT note FROM ledger_checkpoint WHERE ledger = :ledger ORDER BY size DESC LIMIT 1
            """)
        .param("ledger", ledger)
        .query((row, _) -> row.getString(1))
        .optional();
  }

  /** A checkpoint in the database. */
  record Note(long size, String note) {}

  /** The largest checkpoint behind {@code from} that covers at most that many entries more. */
  Optional<Note> noteAfter(String ledger, long from, long atMost) {
    return client
        .sql(
            """
            SELECT size, note FROM ledger_checkpoint
            WHERE ledger = :ledger AND size > :from AND size <= :to
            ORDER BY size DESC LIMIT 1
            """)
        .param("ledger", ledger)
        .param("from", from)
        .param("to", from + atMost)
        .query((row, _) -> new Note(row.getLong("size"), row.getString("note")))
        .optional();
  }
}
