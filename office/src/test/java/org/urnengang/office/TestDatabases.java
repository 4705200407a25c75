package org.urnengang.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;

/** One PostgreSQL server for all tests that need no server of their own; a database for each. */
final class TestDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path FOLDER = temporary("urnengang-test");
  private static final Database SERVER = start();

  private TestDatabases() {}

  private static Database start() {
    Database server = Database.open(DataFolder.take(FOLDER), Optional.empty());
    // What these databases hold is gone with the tests: nothing waits for the disk.
    execute(server.address(), "ALTER SYSTEM SET fsync = off");
    execute(server.address(), "SELECT pg_reload_conf()");
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** What the server has written about all that was asked of it. */
  static Path log() {
    return FOLDER.resolve("postgres.log");
  }

  /** The address of a fresh, empty database. */
  static String create() {
    String name = "test" + COUNT.incrementAndGet();
    execute(SERVER.address(), "CREATE DATABASE " + name);
    return SERVER.address().replace("/postgres?", "/" + name + "?");
  }

  static void execute(String address, String sql) {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first value that the last of these statements yields. */
  static String value(String address, String sql) {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      boolean isResult = statement.execute(sql);
      while (!isResult) {
        isResult = statement.getMoreResults();
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path temporary(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
