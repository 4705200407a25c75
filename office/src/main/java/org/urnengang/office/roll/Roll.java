package org.urnengang.office.roll;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

/**
 * Wählerverzeichnis (§ 14 BWO): the registers, the rolls of every day, their closing. What it tells
 * other packages are totals; a person never leaves it.
 */
public final class Roll implements AutoCloseable {
  private final RollDatabase database;

  private Roll(RollDatabase database) {
    this.database = database;
  }

  /**
   * Opens it in the office's database.
   *
   * @param office JDBC address of the office's database
   * @param roll JDBC address for the roll's own role, if the operator has made one
   * @throws OfficeRefused if role or schema cannot be made
   */
  public static Roll open(String office, Optional<String> roll) {
    return new Roll(RollDatabase.open(office, roll));
  }

  /** Work in one transaction. */
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Commits what {@code keep} accepts, and nothing else. */
  private <T> T transaction(Work<T> work, Predicate<T> keep) {
    try (Connection connection = database.connect()) {
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

  /** The municipalities that keep rolls on a day, whose registers are needed. */
  public static Set<String> registers(ElectionDay day) {
    return Set.copyOf(new DistrictFinder(day).municipalities());
  }

  /**
   * Takes the state of registers from a file, or nothing of it.
   *
   * @param registers AGS of the municipalities that the file must be about, and nobody else
   * @param dryRun whether only the report is wanted
   */
  public ImportReport take(
      Path file,
      RegisterProfile profile,
      Set<String> registers,
      OffsetDateTime at,
      boolean dryRun) {
    ImportReport report =
        transaction(
            connection -> new RegisterImport(connection).run(file, profile, registers, at),
            result -> result.taken() && !dryRun);
    return dryRun ? report.untaken() : report;
  }

  /**
   * Builds the rolls of a day from the registers, in the place of those built before.
   *
   * @throws OfficeRefused if entries were already corrected, marked or closed
   */
  public RollReport build(ElectionDay day, RollOrder order) {
    return transaction(
        writing -> {
          new PersonStore(writing).lock();
          if (new Corrections(writing, day).hasBegun()) {
            throw new OfficeRefused(
                "Das Wählerverzeichnis wurde schon berichtigt oder abgeschlossen;"
                    + " es wird nicht neu angelegt.");
          }
          return transaction(
              reading -> new RollBuild(day, order).run(reading, writing), _ -> false);
        },
        _ -> true);
  }

  /** Enters a person on application in one election (§§ 16 to 18 BWO). */
  public Change enter(
      ElectionDay day, PersonKey person, String election, LocalDate received, Remark remark) {
    return change(day, corrections -> corrections.enter(person, election, received, remark));
  }

  /** Strikes a person from the rolls of the day (§ 23 BWO). */
  public Change strike(ElectionDay day, PersonKey person, Remark remark) {
    return change(day, corrections -> corrections.strike(person, remark));
  }

  /** Notes the Wahlschein of a person in one election (§ 30 BWO). */
  public Change mark(ElectionDay day, PersonKey person, String election, Issued issued) {
    return change(day, corrections -> corrections.mark(person, election, issued));
  }

  /** A change of one entry. */
  private interface Correction {
    Change in(Corrections corrections) throws SQLException;
  }

  private Change change(ElectionDay day, Correction correction) {
    return transaction(
        connection -> {
          new PersonStore(connection).lock();
          return correction.in(new Corrections(connection, day));
        },
        change -> change == Change.DONE);
  }

  /** The certificates of the districts that are closed. */
  public Map<DistrictInElection, ClosingCertificate> certificates(ElectionDay day) {
    return transaction(connection -> new Closing(connection, day).certificates(), _ -> false);
  }

  /** Closes the rolls of an election (§ 24 BWO). */
  public void close(ElectionDay day, String election, OffsetDateTime at) {
    transaction(
        connection -> {
          new PersonStore(connection).lock();
          new Closing(connection, day).close(election, at);
          return true;
        },
        _ -> true);
  }

  @Override
  public void close() {
    database.close();
  }
}
