package org.urnengang.office.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives out connections of a pool that see some rows or all. */
final class ScopedDataSource extends DelegatingDataSource {
  static final String ROLE = "urnengang_scoped";
  private static final Logger LOG = LoggerFactory.getLogger(ScopedDataSource.class);

  /** More than a pool has connections. */
  private static final int MOST_ATTEMPTS = 20;

  private static final Optional<String> NO_LIMIT = Optional.empty();
  private static final Optional<String> UNKNOWN = Optional.of("?");

  /** What was last set on each connection; a fresh one has no limit. */
  private final Map<PGConnection, Optional<String>> limits;

  private final Supplier<Optional<String>> tenants;

  private ScopedDataSource(
      DataSource pool,
      Map<PGConnection, Optional<String>> limits,
      Supplier<Optional<String>> tenants) {
    super(pool);
    this.limits = limits;
    this.tenants = tenants;
  }

  /** Connections of a pool that see what the thread's scope shows. */
  static ScopedDataSource of(DataSource pool) {
    return new ScopedDataSource(
        pool,
        Collections.synchronizedMap(new WeakHashMap<>()),
        () -> DatabaseScope.current().tenants());
  }

  /** Connections of the same pool that see all rows. */
  ScopedDataSource allRows() {
    return new ScopedDataSource(
        Objects.requireNonNull(getTargetDataSource()), limits, () -> NO_LIMIT);
  }

  /** After the server was away, each connection of the pool may be found broken once. */
  @Override
  public Connection getConnection() throws SQLException {
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      Connection connection = super.getConnection();
      try {
        limit(connection, tenants.get());
        return connection;
      } catch (SQLException e) {
        connection.close();
        LOG.debug("a broken connection is replaced", e);
      }
    }
    Connection connection = super.getConnection();
    limit(connection, tenants.get());
    return connection;
  }

  private void limit(Connection connection, Optional<String> wanted) throws SQLException {
    PGConnection physical = connection.unwrap(PGConnection.class);
    if (limits.getOrDefault(physical, NO_LIMIT).equals(wanted)) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT set_config('role', ?, false), set_config('urnengang.tenants', ?, false)")) {
      statement.setString(1, wanted.isPresent() ? ROLE : "none");
      statement.setString(2, wanted.orElse(""));
      limits.put(physical, UNKNOWN);
      statement.execute();
      limits.put(physical, wanted);
    }
  }
}
