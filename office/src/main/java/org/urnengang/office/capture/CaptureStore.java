package org.urnengang.office.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.urnengang.office.platform.DayClock;

/** Reports and accepted requests in the database, many at once. */
@Component
final class CaptureStore {
  private final JdbcClient client;

  CaptureStore(JdbcClient client) {
    this.client = client;
  }

  /**
   * A district's row.
   *
   * @param figures canonical JSON by letter, null while nothing was reported
   */
  record DistrictRow(
      int id,
      String state,
      @Nullable String figures,
      @Nullable OffsetDateTime at,
      @Nullable Long entry) {}

  /** Names a request. */
  record RequestKey(String day, String key, int tenant) {}

  /** An accepted request's row. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record RequestRow(
      String day,
      String key,
      byte[] sha256,
      int tenant,
      int district,
      int status,
      String state,
      OffsetDateTime at,
      @Nullable Long entry) {
    Outcome.Accepted outcome() {
      return new Outcome.Accepted(
          status, state, entry == null ? OptionalLong.empty() : OptionalLong.of(entry), at);
    }
  }

  private static DistrictRow districtRow(ResultSet row, int number) throws SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    return new DistrictRow(
        row.getInt("id"),
        row.getString("state"),
        row.getString("figures"),
        at == null ? null : DayClock.legal(at),
        row.getObject("entry", Long.class));
  }

  private static RequestRow requestRow(ResultSet row, int number) throws SQLException {
    return new RequestRow(
        row.getString("day"),
        row.getString("key"),
        row.getBytes("sha256"),
        row.getInt("tenant"),
        row.getInt("district"),
        row.getInt("status"),
        row.getString("state"),
        DayClock.legal(row.getObject("at", OffsetDateTime.class)),
        row.getObject("entry", Long.class));
  }

  /** Locks the districts, always in the same order. */
  Map<Integer, DistrictRow> lock(int[] ids) {
    Map<Integer, DistrictRow> rows = HashMap.newHashMap(ids.length);
    client
        .sql(
            """
            SELECT id, state, figures, at, entry FROM counted_district
            WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
            """)
        .param("ids", ids)
        .query(CaptureStore::districtRow)
        .list()
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  Optional<DistrictRow> district(int id) {
    return client
        .sql("SELECT id, state, figures, at, entry FROM counted_district WHERE id = :id")
        .param("id", id)
        .query(CaptureStore::districtRow)
        .optional();
  }

  /** The state of every district of a day. */
  Map<Integer, DistrictRow> districts(String day) {
    Map<Integer, DistrictRow> rows = new HashMap<>();
    client
        .sql(
            """
            SELECT id, state, NULL AS figures, at, entry FROM counted_district WHERE day = :day
            """)
        .param("day", day)
        .query(CaptureStore::districtRow)
        .list()
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  /** The requests among these that were accepted before. */
  Map<RequestKey, RequestRow> accepted(Collection<RequestKey> keys) {
    Map<RequestKey, RequestRow> rows = HashMap.newHashMap(keys.size());
    client
        .sql(
            """
            SELECT r.day, r.key, r.sha256, r.tenant, r.district, r.status, r.state, r.at, r.entry
            FROM unnest(:days::text[], :keys::text[], :tenants::int[]) AS asked(day, key, tenant)
            JOIN accepted_request r ON (r.day, r.key, r.tenant) = (asked.day, asked.key, asked.tenant)
            """)
        .param("days", keys.stream().map(RequestKey::day).toArray(String[]::new))
        .param("keys", keys.stream().map(RequestKey::key).toArray(String[]::new))
        .param("tenants", keys.stream().mapToInt(RequestKey::tenant).toArray())
        .query(CaptureStore::requestRow)
        .list()
        .forEach(row -> rows.put(new RequestKey(row.day(), row.key(), row.tenant()), row));
    return rows;
  }

  /** Writes the accepted requests and what they make of their districts. */
  void write(List<RequestRow> requests, List<DistrictRow> districts) {
    client
        .sql(
            """
            WITH kept AS (
              INSERT INTO accepted_request (day, key, sha256, tenant, district, status, state, at, entry)
              SELECT day, key, sha256, tenant, district, status, state, at::timestamptz, entry
              FROM unnest(:days::text[], :keys::text[], :hashes::bytea[], :tenants::int[], :districts::int[],
                          :statuses::int[], :states::text[], :ats::text[], :entries::bigint[])
                AS fresh(day, key, sha256, tenant, district, status, state, at, entry)
            )
            UPDATE counted_district d
            SET state = fresh.state, figures = fresh.figures,
                at = fresh.at::timestamptz, entry = fresh.entry
            FROM unnest(:ids::int[], :newStates::text[], :figures::text[], :newAts::text[],
                        :newEntries::bigint[])
              AS fresh(id, state, figures, at, entry)
            WHERE d.id = fresh.id
            """)
        .params(columns(requests, districts))
        .update();
  }

  private static Map<String, Object> columns(
      List<RequestRow> requests, List<DistrictRow> districts) {
    return Map.ofEntries(
        Map.entry("days", texts(requests, RequestRow::day)),
        Map.entry("keys", texts(requests, RequestRow::key)),
        Map.entry("hashes", requests.stream().map(RequestRow::sha256).toArray(byte[][]::new)),
        Map.entry("tenants", requests.stream().mapToInt(RequestRow::tenant).toArray()),
        Map.entry("districts", requests.stream().mapToInt(RequestRow::district).toArray()),
        Map.entry("statuses", requests.stream().mapToInt(RequestRow::status).toArray()),
        Map.entry("states", texts(requests, RequestRow::state)),
        Map.entry("ats", texts(requests, row -> row.at().toString())),
        Map.entry("entries", requests.stream().map(RequestRow::entry).toArray(Long[]::new)),
        Map.entry("ids", districts.stream().mapToInt(DistrictRow::id).toArray()),
        Map.entry("newStates", texts(districts, DistrictRow::state)),
        Map.entry("figures", texts(districts, row -> String.valueOf(row.figures()))),
        Map.entry("newAts", texts(districts, row -> String.valueOf(row.at()))),
        Map.entry("newEntries", districts.stream().map(DistrictRow::entry).toArray(Long[]::new)));
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  /** Districts of an election behind a row that have reported nothing, in order. */
  List<Integer> missingAfter(String day, String election, int row, int atMost) {
    return client
        .sql(
            """
            SELECT id FROM counted_district
            WHERE day = :day AND election = :election AND id > :row AND state = 'missing'
            ORDER BY id LIMIT :most
            """)
        .param("day", day)
        .param("election", election)
        .param("row", row)
        .param("most", atMost)
        .query((found, _) -> found.getInt(1))
        .list();
  }
}
