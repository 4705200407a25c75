package org.urnengang.office.roll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.urnengang.office.platform.OfficeRefused;

/**
 * The roll's own schema in the office's database, which only the roll's own role may enter, and the
 * pool of that role. Whoever works for some municipalities does so in a second role, to which the
 * database shows their rows only. What the server says about a statement never reaches a log: it
 * may quote rows.
 */
final class RollDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RollDatabase.class);
  private static final int POOL_SIZE = 6;

  private final HikariDataSource pool;
  private final String scopedRole;

  private RollDatabase(HikariDataSource pool, String scopedRole) {
    this.pool = pool;
    this.scopedRole = scopedRole;
  }

  /**
   * Opens the schema, creating role and schema at first.
   *
   * @param office JDBC address of the office's database; its role must be able to create roles
   *     unless {@code roll} is given
   * @param roll JDBC address for a role that the operator has made, owner of the schema {@code
   *     roll} and member of the role with its name and {@code _scoped}
   */
  static RollDatabase open(String office, Optional<String> roll) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    if (roll.isPresent()) {
      source.setUrl(roll.get());
    } else {
      source.setUrl(office);
      String role = source.getDatabaseName() + "_roll";
      String password = derived(Optional.ofNullable(source.getPassword()), role);
      prepare(office, role, password);
      source.setUser(role);
      source.setPassword(password);
    }
    source.setApplicationName("urnengang-roll");
    source.setCurrentSchema("roll");
    source.setLogServerErrorDetail(false);
    String scopedRole = scoped(String.valueOf(source.getUser()));
    HikariDataSource pool = pool(source);
    Flyway.configure()
        .dataSource(pool)
        .schemas("roll")
        .createSchemas(false)
        .locations("classpath:db/roll")
        .failOnMissingLocations(true)
        .placeholders(Map.of("scoped", '"' + scopedRole + '"'))
        .load()
        .migrate();
    return new RollDatabase(pool, scopedRole);
  }

  private static String scoped(String role) {
    return role + "_scoped";
  }

  private static HikariDataSource pool(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("urnengang-roll");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    config.setConnectionInitSql("SET synchronous_commit = on");
    return new HikariDataSource(config);
  }

  /** The same for every process of the office, unknown without the office's own password. */
  private static String derived(Optional<String> password, String role) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = password.orElse("").getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void prepare(String office, String role, String password) {
    try (Connection connection = DriverManager.getConnection(office);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('urnengang-roll'))");
      boolean known = isRole(statement, role);
      statement.execute(
          "%s ROLE \"%s\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '%s'"
              .formatted(known ? "ALTER" : "CREATE", role, password));
      if (!isRole(statement, scoped(role))) {
        statement.execute("CREATE ROLE \"" + scoped(role) + "\" NOLOGIN");
        statement.execute("GRANT \"" + scoped(role) + "\" TO \"" + role + '"');
      }
      if (!exists(statement, "SELECT 1 FROM pg_namespace WHERE nspname = 'roll'")) {
        statement.execute("CREATE SCHEMA roll AUTHORIZATION \"" + role + '"');
        statement.execute("REVOKE ALL ON SCHEMA roll FROM PUBLIC");
      }
      connection.commit();
      connection.setAutoCommit(true);
      keepRowsOutOfTheLog(statement, role);
    } catch (SQLException e) {
      throw new OfficeRefused(
          "Die eigene Rolle des Wählerverzeichnisses ist nicht anzulegen ("
              + e.getSQLState()
              + "). Entweder darf die Rolle des Wahlamts Rollen anlegen, oder die Adresse einer"
              + " Rolle, der das Schema roll gehört, steht in URNENGANG_ROLL_DB_URL.",
          e);
    }
  }

  /** Without this the server's own log quotes the row that it could not take. */
  private static void keepRowsOutOfTheLog(Statement statement, String role) {
    try {
      statement.execute("ALTER ROLE \"" + role + "\" SET log_error_verbosity = 'terse'");
      statement.execute("ALTER ROLE \"" + role + "\" SET log_min_error_statement = 'panic'");
    } catch (SQLException e) {
      LOG.warn(
          "Die Rolle {} darf log_error_verbosity nicht setzen ({}). Bitte im Server auf terse"
              + " stellen, sonst kann sein Protokoll Zeilen des Wählerverzeichnisses enthalten.",
          role,
          e.getSQLState());
    }
  }

  private static boolean isRole(Statement statement, String role) throws SQLException {
    return exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** Work in one transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Commits what {@code keep} accepts, and nothing else; sees everything. */
  <T> T transaction(Work<T> work, Predicate<T> keep) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      boolean kept = false;
      try {
        T result = work.in(connection);
        if (keep.test(result)) {
          connection.commit();
          kept = true;
        }
        return result;
      } finally {
        if (!kept) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new RollFailed(e);
    }
  }

  /** The same, but only rows of these registers are there. */
  <T> T transaction(Set<String> registers, Work<T> work, Predicate<T> keep) {
    return transaction(
        connection -> {
          limit(connection, registers);
          return work.in(connection);
        },
        keep);
  }

  /** Until the transaction ends. */
  private void limit(Connection connection, Set<String> registers) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT set_config('urnengang.registers', ?, true), set_config('role', ?, true)")) {
      statement.setString(
          1, registers.stream().sorted().collect(Collectors.joining(",", "{", "}")));
      statement.setString(2, scopedRole);
      statement.execute();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
