package org.urnengang.office.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.journal.Ledgers;
import org.urnengang.rules.record.ClosingCertificate;

/** The districts and closing certificates of a day in the database. */
final class ElectionStore {
  /** What a day has in the database besides its ledger. */
  private static final List<String> TABLES =
      List.of("accepted_request", "closing_certificate", "counted_district", "day_authority");

  private final JdbcClient client;

  ElectionStore(JdbcClient client) {
    this.client = client;
  }

  /** The row of a district and the authority to which it belongs. */
  record DistrictKey(int id, int tenant) {}

  void insertAuthorities(String day, Map<String, Integer> authorities) {
    authorities.forEach(
        (authority, tenant) ->
            client
                .sql(
                    """
                    INSERT INTO day_authority (day, authority, tenant) VALUES (:day, :authority, :tenant)
                    """)
                .param("day", day)
                .param("authority", authority)
                .param("tenant", tenant)
                .update());
  }

  void insertDistricts(
      String day, List<DistrictInElection> districts, ToIntFunction<DistrictInElection> tenant) {
    client
        .sql(
            """
            INSERT INTO counted_district (day, election, district, tenant)
            SELECT :day, election, district, tenant
            FROM unnest(:elections::text[], :districts::text[], :tenants::int[]) AS d(election, district, tenant)
            """)
        .param("day", day)
        .param("elections", texts(districts, true))
        .param("districts", texts(districts, false))
        .param("tenants", districts.stream().mapToInt(tenant).toArray())
        .update();
  }

  private static String[] texts(List<DistrictInElection> districts, boolean elections) {
    return districts.stream()
        .map(d -> elections ? d.election() : d.district())
        .toArray(String[]::new);
  }

  Map<DistrictInElection, DistrictKey> districtRows(String day) {
    return client
        .sql("SELECT id, election, district, tenant FROM counted_district WHERE day = :day")
        .param("day", day)
        .query(
            (row, _) ->
                Map.entry(
                    new DistrictInElection(row.getString("election"), row.getString("district")),
                    new DistrictKey(row.getInt("id"), row.getInt("tenant"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A corrected certificate replaces the one before. */
  void putCertificates(String day, Map<DistrictInElection, ClosingCertificate> certificates) {
    certificates.forEach(
        (district, certificate) ->
            client
                .sql(
                    """
                    INSERT INTO closing_certificate
                      (day, election, district, without_mark, with_mark, after_closing, on_day)
                    VALUES (:day, :election, :district, :a1, :a2, :after, :onDay)
                    ON CONFLICT (day, election, district) DO UPDATE SET
                      without_mark = excluded.without_mark, with_mark = excluded.with_mark,
                      after_closing = excluded.after_closing, on_day = excluded.on_day
                    """)
                .param("day", day)
                .param("election", district.election())
                .param("district", district.district())
                .param("a1", certificate.withoutMark())
                .param("a2", certificate.withMark())
                .param("after", certificate.afterClosing())
                .param("onDay", certificate.onElectionDay())
                .update());
  }

  Map<DistrictInElection, ClosingCertificate> certificates(String day) {
    return client
        .sql(
            """
            SELECT election, district, without_mark, with_mark, after_closing, on_day
            FROM closing_certificate WHERE day = :day
            """)
        .param("day", day)
        .query(
            (row, _) ->
                Map.entry(
                    new DistrictInElection(row.getString("election"), row.getString("district")),
                    new ClosingCertificate(
                        row.getInt("without_mark"),
                        row.getInt("with_mark"),
                        row.getInt("after_closing"),
                        row.getInt("on_day"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Deletes everything of a day but its ledger; how many districts had reported. */
  int deleteDay(String day) {
    int reports =
        client
            .sql("SELECT count(*) FROM counted_district WHERE day = :day AND state <> 'missing'")
            .param("day", day)
            .query(Integer.class)
            .single();
    for (String table : TABLES) {
      client.sql("DELETE FROM " + table + " WHERE day = :day").param("day", day).update();
    }
    return reports;
  }

  /** How many rows of a day there are, its ledger aside. */
  int rowsOf(String day) {
    int rows = 0;
    for (String table : TABLES) {
      rows +=
          client
              .sql("SELECT count(*) FROM " + table + " WHERE day = :day")
              .param("day", day)
              .query(Integer.class)
              .single();
    }
    return rows;
  }

  Deletion insertDeletion(String day, int tenant, Ledgers.Ended ended, int reports) {
    return client
        .sql(
            """
            INSERT INTO deleted_rehearsal (tenant, day, vkey, note, entries, reports)
            VALUES (:tenant, :day, :vkey, :note, :entries, :reports) RETURNING *
            """)
        .param("tenant", tenant)
        .param("day", day)
        .param("vkey", ended.vkey())
        .param("note", ended.note())
        .param("entries", ended.entries())
        .param("reports", reports)
        .query((row, _) -> deletion(row))
        .single();
  }

  Optional<Deletion> deletion(long id) {
    return client
        .sql("SELECT * FROM deleted_rehearsal WHERE id = :id")
        .param("id", id)
        .query((row, _) -> deletion(row))
        .optional();
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    return new Deletion(
        row.getLong("id"),
        row.getString("day"),
        row.getString("vkey"),
        row.getString("note"),
        row.getLong("entries"),
        row.getLong("reports"),
        row.getObject("at", OffsetDateTime.class));
  }
}
