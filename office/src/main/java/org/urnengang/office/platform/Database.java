package org.urnengang.office.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The office's database: its own server in the data folder, or one that the operator names. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int OLDEST_VERSION = 150_000;
  private static final int POOL_SIZE = 16;

  private final Optional<AutoCloseable> server;
  private final String address;
  private final HikariDataSource pool;
  private final ScopedDataSource scoped;
  private final DataSource allRows;

  private Database(Optional<AutoCloseable> server, String address, HikariDataSource pool) {
    this.server = server;
    this.address = address;
    this.pool = pool;
    this.scoped = ScopedDataSource.of(pool);
    this.allRows = scoped.allRows();
  }

  /**
   * Opens the database of an office and brings its schema up to date.
   *
   * @param url address of a PostgreSQL 15 or newer; without it the own server is started
   */
  public static Database open(DataFolder folder, Optional<String> url) {
    Optional<OwnPostgres> own =
        url.isPresent()
            ? Optional.empty()
            : Optional.of(OwnPostgres.start(folder, ServerUser.find()));
    try {
      String address =
          own.map(OwnPostgres::address).orElseGet(() -> jdbcAddress(url.orElseThrow()));
      HikariDataSource pool = pool(address);
      JdbcClient client = JdbcClient.create(pool);
      requireVersion(client);
      warnIfNotDurable(client);
      migrate(pool);
      return new Database(own.map(AutoCloseable.class::cast), address, pool);
    } catch (RuntimeException e) {
      own.ifPresent(OwnPostgres::close);
      throw e;
    }
  }

  /**
   * A connection to the database of a data folder for reading, whether an office runs on it or not.
   * Without a running server it starts one until it is closed.
   */
  public static Database forReading(Path data, Optional<String> url) {
    if (url.isPresent()) {
      return reading(Optional.empty(), jdbcAddress(url.get()));
    }
    if (!OwnPostgres.exists(data)) {
      throw new OfficeRefused(
          "In "
              + data
              + " liegt keine Datenbank. Liegt sie anderswo, gehört ihre Adresse in"
              + " URNENGANG_DB_URL.");
    }
    Optional<DataFolder> taken = DataFolder.tryTake(data);
    if (taken.isPresent()) {
      return startedForReading(taken.get());
    }
    return OwnPostgres.running(data)
        .map(address -> reading(Optional.empty(), address))
        .orElseThrow(
            () -> new OfficeRefused("Das Wahlamt in " + data + " startet gerade. Bitte warten."));
  }

  private static Database startedForReading(DataFolder folder) {
    OwnPostgres server = OwnPostgres.start(folder, ServerUser.find());
    AutoCloseable both =
        () -> {
          server.close();
          folder.close();
        };
    return reading(Optional.of(both), server.address());
  }

  private static Database reading(Optional<AutoCloseable> server, String address) {
    return new Database(server, address, pool(address));
  }

  private static HikariDataSource pool(String address) {
    QuietLibraries.hush();
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(address));
    config.setPoolName("urnengang");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(2);
    config.setConnectionInitSql("SET synchronous_commit = on");
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new OfficeRefused(
          "Die Datenbank ist nicht erreichbar: "
              + Optional.ofNullable(e.getCause()).orElse(e).getMessage(),
          e);
    }
  }

  private static PGSimpleDataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address);
    source.setApplicationName("urnengang");
    return source;
  }

  private static void requireVersion(JdbcClient client) {
    int version = Integer.parseInt(setting(client, "server_version_num"));
    if (version < OLDEST_VERSION) {
      throw new OfficeRefused(
          "Die Datenbank ist PostgreSQL %d; nötig ist 15 oder neuer.".formatted(version / 10_000));
    }
  }

  private static void warnIfNotDurable(JdbcClient client) {
    if (setting(client, "fsync").equals("off")
        || setting(client, "full_page_writes").equals("off")) {
      LOG.warn(
          "Die Datenbank läuft ohne fsync oder full_page_writes:"
              + " ein Stromausfall kann bestätigte Meldungen verlieren.");
    }
  }

  private static String setting(JdbcClient client, String name) {
    return client
        .sql("SELECT current_setting(:name)")
        .param("name", name)
        .query((row, _) -> row.getString(1))
        .single();
  }

  private static void migrate(DataSource source) {
    makeRole(JdbcClient.create(source));
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new OfficeRefused("Das Datenbankschema ist nicht einzurichten: " + e.getMessage(), e);
    }
  }

  /**
   * The role by which row-level security holds; a role belongs to the server, not to a database.
   */
  private static void makeRole(JdbcClient client) {
    String make =
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s NOLOGIN; END IF;
          IF NOT pg_has_role('%1$s', 'MEMBER') THEN GRANT %1$s TO CURRENT_USER; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$\
        """
            .formatted(ScopedDataSource.ROLE);
    try {
      client.sql(make).update();
    } catch (DataAccessException e) {
      throw new OfficeRefused(
          "Dem Datenbankbenutzer fehlt ein Recht. Bitte einmal als Verwalter der Datenbank"
              + " ausführen:"
              + " CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO <Benutzer>;"
                  .formatted(ScopedDataSource.ROLE),
          e);
    }
  }

  /** Accepts the address as JDBC and as libpq writes it. */
  private static String jdbcAddress(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return url;
    }
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw new OfficeRefused("URNENGANG_DB_URL hat die Form postgresql://rechner:5432/datenbank");
    }
    URI uri = URI.create(url);
    StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() > 0) {
      jdbc.append(':').append(uri.getPort());
    }
    jdbc.append(uri.getRawPath()).append('?').append(query(uri));
    return jdbc.toString();
  }

  private static String query(URI uri) {
    StringBuilder query = new StringBuilder(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    if (uri.getUserInfo() != null) {
      String[] credentials = uri.getUserInfo().split(":", 2);
      query.append("&user=").append(encoded(credentials[0]));
      if (credentials.length == 2) {
        query.append("&password=").append(encoded(credentials[1]));
      }
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Connections that see what the thread's {@link DatabaseScope} shows. */
  public DataSource dataSource() {
    return scoped;
  }

  /** Connections that see all rows, whoever is served: for log-in, sessions and the audit trail. */
  public DataSource allRows() {
    return allRows;
  }

  /** A connection beside the pool, for whoever keeps one for long. */
  public Connection connect() throws SQLException {
    return source(address).getConnection();
  }

  /** The JDBC address, with user and password. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    pool.close();
    server.ifPresent(Database::close);
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
