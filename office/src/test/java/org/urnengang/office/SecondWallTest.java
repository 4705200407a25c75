package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.Role;

/** The database separates authorities, too: shown by taking the first wall away. */
class SecondWallTest {
  private static final List<String> TABLES =
      List.of("counted_district", "accepted_request", "audit", "person", "assignment", "draft");

  @TempDir static Path data;
  static TestOffice office;
  static String north;
  static String south;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    north = value("SELECT id FROM tenant WHERE key = 'nord'");
    south = value("SELECT id FROM tenant WHERE key = 'sued'");
    TestPerson.invited(office, "nora", "Nora", "reader", north);
    TestPerson.invited(office, "sven", "Sven", "reader", south);
    office.post(TestOffice.federal("0001/report?release=true"), TestOffice.report(640));
    for (String tenant : List.of(north, south)) {
      TestDatabases.execute(
          office.database,
          """
          INSERT INTO draft (id, tenant, date, rehearsal, title) VALUES ('d%1$s', %1$s, '2033-01-02', true, 'Entwurf');
          INSERT INTO draft_row (draft, sheet, place, cells) VALUES ('d%1$s', 'areas', 1, '{}')
          """
              .formatted(tenant));
    }
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static String value(String sql) {
    return TestDatabases.value(office.database, sql);
  }

  /** The same query as a caller of the northern authority. */
  private static String asNorth(String sql) {
    return TestDatabases.value(
        office.database,
        "SET ROLE urnengang_scoped; SET urnengang.tenants = '{%s}'; %s".formatted(north, sql));
  }

  @Test
  void no_foreign_row_is_read() {
    for (String table : TABLES) {
      String foreign = "SELECT count(*) FROM %s WHERE tenant <> %s".formatted(table, north);
      assertThat(asNorth(foreign)).as(table).isEqualTo("0");
      assertThat(asNorth("SELECT count(*) FROM " + table)).as(table).isNotEqualTo("0");
    }
    assertThat(value("SELECT count(*) FROM counted_district WHERE tenant = " + south))
        .isNotEqualTo("0");
  }

  @Test
  void the_tables_of_a_foreign_day_in_preparation_are_neither_read_nor_written() {
    assertThat(asNorth("SELECT string_agg(draft, ',') FROM draft_row")).isEqualTo("d" + north);
    assertThatThrownBy(
            () ->
                asNorth(
                    "INSERT INTO draft_row (draft, sheet, place, cells) VALUES ('d%s', 'x', 1, '{}') RETURNING id"
                        .formatted(south)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void no_foreign_row_is_written() {
    assertThat(
            asNorth(
                "WITH changed AS (UPDATE counted_district SET state = state WHERE tenant = %s RETURNING 1)"
                        .formatted(south)
                    + " SELECT count(*) FROM changed"))
        .isEqualTo("0");
    assertThatThrownBy(
            () ->
                asNorth(
                    "INSERT INTO person (tenant, login, name) VALUES (%s, 'x', 'x') RETURNING id"
                        .formatted(south)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void every_table_with_an_authority_is_behind_it_or_out_of_reach() {
    assertThat(
            value(
                """
                SELECT coalesce(string_agg(c.relname, ','), '') FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
                WHERE c.relkind = 'r' AND NOT c.relrowsecurity AND c.relname <> 'day_authority'
                  AND has_table_privilege('urnengang_scoped', c.oid, 'SELECT')\
                """))
        .isEmpty();
  }

  @Test
  void secrets_are_out_of_reach() {
    for (String table :
        List.of("password", "passkey", "enrolment", "api_token", "spring_session", "recovery")) {
      assertThatThrownBy(() -> asNorth("SELECT count(*) FROM " + table))
          .as(table)
          .hasMessageContaining("permission denied");
    }
  }

  /**
   * The office takes the district for a northern one, as if its check had a hole; in the database
   * it belongs to the south.
   */
  @Test
  void with_the_first_wall_gone_nothing_foreign_is_shown_or_changed() {
    String token = office.office.token("Nord", Integer.parseInt(north), Role.REPORTING_PROGRAM);
    String path = TestOffice.federal("0002");
    assertThat(send(token, path, "").statusCode()).as("before").isEqualTo(200);
    TestDatabases.execute(
        office.database,
        "UPDATE counted_district SET tenant = %s WHERE district = '05999004-0002'"
            .formatted(south));
    assertThat(send(token, path, "").statusCode()).isEqualTo(404);
    HttpResponse<String> report =
        send(token, path + "/report?release=true", TestOffice.report(640));
    assertThat(report.statusCode()).isEqualTo(422);
    assertThat(report.body()).contains("DISTRICT_UNKNOWN");
    assertThat(
            value(
                "SELECT state FROM counted_district WHERE district = '05999004-0002' AND election ="
                    + " 'bundestagswahl'"))
        .isEqualTo("missing");
  }

  private static HttpResponse<String> send(String token, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(office.at(path)))
            .header("Authorization", "Bearer " + token);
    return TestOffice.send(
        body.isEmpty()
            ? request.build()
            : request
                .header("Idempotency-Key", "wand")
                .header("Rehearsal-Time", TestOffice.AFTER_CLOSE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
  }
}
