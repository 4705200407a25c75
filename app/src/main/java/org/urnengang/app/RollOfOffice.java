package org.urnengang.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.roll.Roll;

/** The roll in the database of a data folder, whether an office runs on it or not. */
final class RollOfOffice implements AutoCloseable {
  private final Runnable closing;
  private final Roll roll;

  private RollOfOffice(Roll roll, Runnable closing) {
    this.roll = roll;
    this.closing = closing;
  }

  static RollOfOffice open(Path data) {
    Optional<String> url = Optional.ofNullable(System.getenv("URNENGANG_DB_URL"));
    if (url.isPresent() || Files.exists(data.resolve("postgres"))) {
      Database database = Database.forReading(data, url);
      return of(database, database::close);
    }
    DataFolder folder = DataFolder.take(data);
    Database database = Database.open(folder, url);
    return of(
        database,
        () -> {
          database.close();
          folder.close();
        });
  }

  private static RollOfOffice of(Database database, Runnable closing) {
    try {
      Optional<String> own = Optional.ofNullable(System.getenv("URNENGANG_ROLL_DB_URL"));
      return new RollOfOffice(Roll.open(database.address(), own), closing);
    } catch (RuntimeException e) {
      closing.run();
      throw e;
    }
  }

  Roll roll() {
    return roll;
  }

  @Override
  public void close() {
    roll.close();
    closing.run();
  }
}
