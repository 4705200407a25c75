package org.urnengang.office.access;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens by which programs are known. A revoked one is refused within five seconds. */
public final class TokenStore {
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 1_000;

  private final JdbcClient client;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public TokenStore(JdbcClient client) {
    this.client = client;
  }

  private record Known(Optional<Caller> caller, long untilNanos) {}

  /**
   * Makes a token.
   *
   * @param rehearsals whether it is good for rehearsals only
   * @return the token itself, which is kept nowhere
   */
  public String make(String name, int tenant, Role role, boolean rehearsals, Duration lifetime) {
    String token = Words.make();
    client
        .sql(
            """
            WITH past AS (DELETE FROM api_token WHERE expires < now())
            INSERT INTO api_token (sha256, name, tenant, role, rehearsals, expires)
            VALUES (:hash, :name, :tenant, :role, :rehearsals, :expires)
            """)
        .param("hash", Words.sha256(token))
        .param("name", name)
        .param("tenant", tenant)
        .param("role", role.key())
        .param("rehearsals", rehearsals)
        .param("expires", OffsetDateTime.now(java.time.ZoneOffset.UTC).plus(lifetime))
        .update();
    return token;
  }

  /** A token as a list shows it. */
  record Line(
      long id,
      String name,
      String tenant,
      String role,
      boolean rehearsals,
      OffsetDateTime expires) {}

  /** The tokens of these authorities that are still good. */
  List<Line> lines(int[] tenants) {
    return client
        .sql(
            """
            SELECT k.id, k.name, t.name AS tenant, k.role, k.rehearsals, k.expires
            FROM api_token k JOIN tenant t ON t.id = k.tenant
            WHERE k.expires > now() AND k.tenant = ANY(:tenants) ORDER BY k.name, k.id
            """)
        .param("tenants", tenants)
        .query(
            (row, _) ->
                new Line(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("tenant"),
                    row.getString("role"),
                    row.getBoolean("rehearsals"),
                    row.getObject("expires", OffsetDateTime.class)))
        .list();
  }

  /** Takes a token of one of these authorities back; tells its name. */
  Optional<String> revoke(long id, int[] tenants) {
    known.clear();
    return client
        .sql("DELETE FROM api_token WHERE id = :id AND tenant = ANY(:tenants) RETURNING name")
        .param("id", id)
        .param("tenants", tenants)
        .query(String.class)
        .optional();
  }

  /** Takes a token back. */
  void revoke(String token) {
    known.remove(token);
    client
        .sql("DELETE FROM api_token WHERE sha256 = :hash")
        .param("hash", Words.sha256(token))
        .update();
  }

  /** The program that presents this token. */
  Optional<Caller> caller(String token) {
    Known found = known.get(token);
    if (found == null || found.untilNanos() - System.nanoTime() < 0) {
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      found = new Known(read(token), System.nanoTime() + REMEMBERED.toNanos());
      if (found.caller().isPresent()) {
        known.put(token, found);
      }
    }
    return found.caller();
  }

  private Optional<Caller> read(String token) {
    return client
        .sql(
            """
            SELECT k.name, k.tenant, k.role, k.rehearsals,
                   array(SELECT t.id FROM tenant t WHERE k.tenant = ANY (t.path)) AS tenants
            FROM api_token k WHERE k.sha256 = :hash AND k.expires > now()
            """)
        .param("hash", Words.sha256(token))
        .query(
            (row, _) ->
                new Caller(
                    0,
                    row.getString("name"),
                    row.getInt("tenant"),
                    List.of(
                        new Grant(
                            Role.of(row.getString("role")).orElseThrow(),
                            row.getInt("tenant"),
                            Tenants.set(row.getArray("tenants").getArray()),
                            Optional.empty(),
                            Optional.empty(),
                            row.getBoolean("rehearsals")))))
        .optional();
  }
}
