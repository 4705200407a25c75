package org.urnengang.rehearsal.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code bench office-pages}: each page of an office with a table, with many districts, people,
 * authorities and events: how long it takes and how many statements it has executed.
 */
public final class OfficePagesBench {
  /** Districts of the election. */
  public static final int DISTRICTS = 5_000;

  private static final int USERS = 1_000;
  private static final int AUTHORITIES = 39;
  private static final int EVENTS = 100_000;
  private static final double MOST_MILLIS = 200;
  private static final long MOST_STATEMENTS = 10;
  private static final int WARM_UP = 20;

  private OfficePagesBench() {}

  /**
   * What was measured of a page: the median time, and statements.
   *
   * @param millis from the request to the last byte of the answer, on this machine
   * @param statements that PostgreSQL was given meanwhile: the least of all rounds, since the
   *     office does other work, too
   */
  public record Page(String path, double millis, long statements, int kilobytes) {
    String json() {
      return String.format(
          Locale.ROOT,
          "{\"page\":\"%s\",\"ms\":%.1f,\"statements\":%d,\"kB\":%d}",
          path,
          millis,
          statements,
          kilobytes);
    }

    boolean holds() {
      return millis < MOST_MILLIS && statements <= MOST_STATEMENTS;
    }
  }

  /** All pages. */
  public record Result(int rounds, List<Page> pages) {
    public Result {
      pages = List.copyOf(pages);
    }

    /** Whether every page keeps to the limits. */
    public boolean holds() {
      return pages.stream().allMatch(Page::holds);
    }

    public String json() {
      return String.format(
          Locale.ROOT,
          "{\"bench\":\"office-pages\",\"ours\":%.1f,\"peer\":%.1f,\"ratio\":%.3f,\"unit\":\"ms\","
              + "\"rounds\":%d,\"districts\":%d,\"users\":%d,\"events\":%d,\"statements\":%d,"
              + "\"most_statements\":%d,\"pages\":%s}",
          slowest(),
          MOST_MILLIS,
          slowest() / MOST_MILLIS,
          rounds,
          DISTRICTS,
          USERS,
          EVENTS,
          pages.stream().mapToLong(Page::statements).max().orElse(0),
          MOST_STATEMENTS,
          pages.stream().map(Page::json).collect(Collectors.joining(",\n ", "[\n ", "]")));
    }

    private double slowest() {
      return pages.stream().mapToDouble(Page::millis).max().orElse(0);
    }
  }

  /**
   * Asks for each page once a round.
   *
   * @param link by which the first person enrols
   * @param tap between the office and its database
   * @param paths of the pages
   */
  public static Result run(int rounds, URI link, StatementTap tap, List<String> paths) {
    try (OfficePerson person = OfficePerson.first(link)) {
      fill(tap.address());
      List<Page> pages = new ArrayList<>();
      for (String path : paths) {
        pages.add(measure(rounds, person, link.resolve(path), tap));
      }
      return new Result(rounds, pages);
    }
  }

  private static Page measure(int rounds, OfficePerson person, URI page, StatementTap tap) {
    List<Double> millis = new ArrayList<>();
    List<Double> statements = new ArrayList<>();
    int bytes = 0;
    for (int round = -WARM_UP; round < rounds; round++) {
      long before = tap.executed();
      long start = System.nanoTime();
      HttpResponse<String> answer = person.get(page);
      double taken = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(page + " is answered by " + answer.statusCode());
      }
      bytes = answer.body().length();
      if (round >= 0) {
        millis.add(taken);
        statements.add((double) (tap.executed() - before));
      }
    }
    String query = page.getQuery() == null ? "" : "?" + page.getQuery();
    return new Page(
        page.getPath() + query,
        BenchResult.median(millis),
        Math.round(statements.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
        bytes / 1_000);
  }

  /** People, authorities and events as a large data centre has them. */
  private static void fill(String database) {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO tenant (id, parent, key, name, kind, path) OVERRIDING SYSTEM VALUE
          SELECT 1000 + n, 1, 'stadt-' || n, 'Stadt ' || n, 'municipality', ARRAY[1, 1000 + n]
          FROM generate_series(1, %1$d) n;
          INSERT INTO person (tenant, login, name)
          SELECT 1001 + n %% %1$d, 'p.' || n, 'Person ' || n FROM generate_series(2, %2$d) n;
          INSERT INTO assignment (person, tenant, role)
          SELECT p.id, p.tenant, r FROM person p, unnest(ARRAY['capture', 'release', 'reader']) r
          WHERE p.login LIKE 'p.%%';
          INSERT INTO audit (at, tenant, kind, actor, day, election, district, sentence)
          SELECT now() - n * interval '1 minute', 1001 + n %% %1$d, 'log_in', 'Person ' || n %% %2$d, '', '', '',
                 'Person ' || n %% %2$d || ' meldet sich mit Passkey an.'
          FROM generate_series(1, %3$d) n;
          ANALYZE
          """
              .formatted(AUTHORITIES, USERS, EVENTS));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
