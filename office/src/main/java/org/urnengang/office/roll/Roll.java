package org.urnengang.office.roll;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;

/**
 * Wählerverzeichnis (§ 14 BWO): the registers and the rolls of every day. What it tells other
 * packages are totals; a person never leaves it.
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
        database.transaction(
            connection -> new RegisterImport(connection).run(file, profile, registers, at),
            result -> result.taken() && !dryRun);
    return dryRun ? report.untaken() : report;
  }

  /** The rolls of a day in all its municipalities. */
  public DayRoll of(ElectionDay day) {
    return of(day, registers(day));
  }

  /**
   * The rolls of a day in some municipalities; nothing of others is seen or changed.
   *
   * @param registers AGS of the municipalities
   */
  public DayRoll of(ElectionDay day, Set<String> registers) {
    return new DayRoll(database, day, registers);
  }

  @Override
  public void close() {
    database.close();
  }
}
