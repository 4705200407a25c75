package org.urnengang.office.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authorities of this installation, as a tree. */
public final class Tenants {
  /** The root: the installation itself. */
  public static final int INSTALLATION = 1;

  private final JdbcClient client;

  public Tenants(JdbcClient client) {
    this.client = client;
  }

  /**
   * An authority.
   *
   * @param key its word, unique beside its neighbours
   * @param depth how far it is from the root
   */
  public record Tenant(int id, String key, String name, Kind kind, int depth) {}

  /** What an authority is. */
  public enum Kind {
    DATA_CENTRE,
    COUNTY,
    MUNICIPALITY;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** All authorities, each after the one above it. */
  List<Tenant> all() {
    return client
        .sql(
            """
            SELECT id, key, name, kind, cardinality(path) AS depth FROM tenant
            ORDER BY (SELECT array_agg(t.name ORDER BY p.position)
                      FROM unnest(path) WITH ORDINALITY AS p(id, position)
                      JOIN tenant t ON t.id = p.id)
            """)
        .query(
            (row, _) ->
                new Tenant(
                    row.getInt("id"),
                    row.getString("key"),
                    row.getString("name"),
                    Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                    row.getInt("depth") - 1))
        .list();
  }

  /**
   * The authority with this word at or below another one; made directly below it if none has it.
   */
  public int findOrMake(int root, String key, String name, Kind kind) {
    return client
        .sql(
            """
            SELECT id FROM tenant WHERE key = :key AND :root = ANY (path)
            ORDER BY cardinality(path), id LIMIT 1
            """)
        .param("key", key)
        .param("root", root)
        .query(Integer.class)
        .optional()
        .orElseGet(() -> make(root, key, name, kind));
  }

  /** The authorities at which somebody may do something on every day, each after the one above. */
  public List<Tenant> of(Caller caller, Permission permission) {
    return all().stream()
        .filter(tenant -> caller.tenants(permission).contains(tenant.id()))
        .toList();
  }

  /** Adds an authority directly below another one, unless one there has this word already. */
  boolean add(int parent, String key, String name, Kind kind) {
    boolean taken =
        client
            .sql("SELECT EXISTS (SELECT FROM tenant WHERE parent = :parent AND key = :key)")
            .param("parent", parent)
            .param("key", key)
            .query(Boolean.class)
            .single();
    if (!taken) {
      make(parent, key, name, kind);
    }
    return !taken;
  }

  private int make(int parent, String key, String name, Kind kind) {
    return client
        .sql(
            """
            WITH fresh AS (SELECT nextval(pg_get_serial_sequence('tenant', 'id'))::integer AS id)
            INSERT INTO tenant (id, parent, key, name, kind, path) OVERRIDING SYSTEM VALUE
            SELECT fresh.id, above.id, :key, :name, :kind, above.path || fresh.id
            FROM fresh, tenant above WHERE above.id = :parent
            RETURNING id
            """)
        .param("parent", parent)
        .param("key", key)
        .param("name", name)
        .param("kind", kind.key())
        .query(Integer.class)
        .single();
  }

  /** The authorities at and below one, as an array of the database. */
  static Set<Integer> set(@org.jspecify.annotations.Nullable Object array) {
    return array instanceof Integer[] ids
        ? Arrays.stream(ids).collect(Collectors.toUnmodifiableSet())
        : Stream.<Integer>of().collect(Collectors.toUnmodifiableSet());
  }
}
