package org.urnengang.office.election;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.rules.record.ClosingCertificate;

/** The districts and closing certificates of a day in the database. */
final class ElectionStore {
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
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
