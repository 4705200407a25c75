package org.urnengang.office.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.office.platform.DayClock;

/** The audit trail in the database. */
final class AuditStore {
  private static final int BATCH = 1_000;
  private static final long CHAIN_LOCK = 0x75726e_61756469L;
  private static final String COLUMNS =
      "id, number, at, tenant, kind, actor, day, election, district, sentence, hash";

  private final JdbcClient client;

  AuditStore(JdbcClient client) {
    this.client = client;
  }

  /**
   * An event in its row.
   *
   * @param number its place in the chain, from 1; 0 while it has none
   * @param hash of it and all before, null while it has no number
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Row(
      long id,
      long number,
      OffsetDateTime at,
      int tenant,
      String kind,
      String actor,
      String day,
      String election,
      String district,
      String sentence,
      byte @Nullable [] hash) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("number"),
        DayClock.legal(row.getObject("at", OffsetDateTime.class)),
        row.getInt("tenant"),
        row.getString("kind"),
        row.getString("actor"),
        row.getString("day"),
        row.getString("election"),
        row.getString("district"),
        row.getString("sentence"),
        row.getBytes("hash"));
  }

  void insert(OffsetDateTime at, List<AuditEvent> events) {
    client
        .sql(
            """
            INSERT INTO audit (at, tenant, kind, actor, day, election, district, sentence)
            SELECT :at, f.tenant, f.kind, f.actor, f.day, f.election, f.district, f.sentence
            FROM unnest(:tenants::int[], :kinds::text[], :actors::text[], :days::text[], :elections::text[],
                        :districts::text[], :sentences::text[]) WITH ORDINALITY
              AS f(tenant, kind, actor, day, election, district, sentence, position)
            ORDER BY f.position
            """)
        .param("at", at)
        .param("tenants", events.stream().mapToInt(AuditEvent::tenant).toArray())
        .param("kinds", texts(events, event -> event.kind().key()))
        .param("actors", texts(events, AuditEvent::actor))
        .param("days", texts(events, AuditEvent::day))
        .param("elections", texts(events, AuditEvent::election))
        .param("districts", texts(events, AuditEvent::district))
        .param("sentences", texts(events, AuditEvent::sentence))
        .update();
  }

  private static String[] texts(List<AuditEvent> events, Function<AuditEvent, String> column) {
    return events.stream().map(column).toArray(String[]::new);
  }

  /** Takes the lock of the chain until the transaction ends; false if another node has it. */
  boolean lockChain() {
    return client
        .sql("SELECT pg_try_advisory_xact_lock(:lock)")
        .param("lock", CHAIN_LOCK)
        .query(Boolean.class)
        .single();
  }

  boolean hasUnnumbered() {
    return client
        .sql("SELECT EXISTS (SELECT FROM audit WHERE number IS NULL)")
        .query(Boolean.class)
        .single();
  }

  List<Row> unnumbered() {
    return client
        .sql("SELECT " + COLUMNS + " FROM audit WHERE number IS NULL ORDER BY id LIMIT " + BATCH)
        .query(AuditStore::row)
        .list();
  }

  void number(List<Row> rows) {
    client
        .sql(
            """
            UPDATE audit a SET number = f.number, hash = f.hash
            FROM unnest(:ids::bigint[], :numbers::bigint[], :hashes::bytea[]) AS f(id, number, hash)
            WHERE a.id = f.id
            """)
        .param("ids", rows.stream().mapToLong(Row::id).toArray())
        .param("numbers", rows.stream().mapToLong(Row::number).toArray())
        .param("hashes", rows.stream().map(Row::hash).toArray(byte[][]::new))
        .update();
  }

  /** The numbered events behind a number, in their order. */
  List<Row> after(long number) {
    return client
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM audit WHERE number > :number ORDER BY number LIMIT "
                + BATCH)
        .param("number", number)
        .query(AuditStore::row)
        .list();
  }

  List<Row> last() {
    return client
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM audit WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1")
        .query(AuditStore::row)
        .list();
  }

  /**
   * What is looked for; an empty word looks for nothing.
   *
   * @param before only events with smaller ids
   */
  record Search(String text, String kind, String day, String from, String to, long before) {
    Search before(long id) {
      return new Search(text, kind, day, from, to, id);
    }
  }

  /**
   * What somebody may read: at these authorities, each on one day and election or on any. The three
   * lists belong together; an empty word means any.
   */
  record Reach(List<Integer> tenants, List<String> days, List<String> elections) {}

  /** The latest events that match, as the thread's scope shows them. */
  List<Row> search(Search search, Reach reach, int most) {
    return client
        .sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM audit WHERE id < :before AND tenant = ANY(:tenants::int[])
                  AND EXISTS (SELECT FROM unnest(:tenants::int[], :days::text[], :elections::text[])
                                     AS r(at, on_day, of_election)
                              WHERE r.at = tenant AND r.on_day IN ('', day) AND r.of_election IN ('', election))
                  AND (:text = '' OR position(lower(:text) IN lower(actor || ' ' || district || ' ' || sentence)) > 0)
                  AND (:kind = '' OR kind = :kind) AND (:day = '' OR day = :day)
                  AND (:from = '' OR at >= (:from::date AT TIME ZONE 'Europe/Berlin'))
                  AND (:to = '' OR at < ((:to::date + 1) AT TIME ZONE 'Europe/Berlin'))
                ORDER BY id DESC LIMIT :most\
                """)
        .param("text", search.text())
        .param("kind", search.kind())
        .param("day", search.day())
        .param("from", search.from())
        .param("to", search.to())
        .param("before", search.before())
        .param("tenants", reach.tenants().toArray(Integer[]::new))
        .param("days", reach.days().toArray(String[]::new))
        .param("elections", reach.elections().toArray(String[]::new))
        .param("most", most)
        .query(AuditStore::row)
        .list();
  }
}
