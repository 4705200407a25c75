package org.urnengang.office.roll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

/** The rolls of a day in some municipalities, from their building to their closing. */
public final class DayRoll {
  private final RollDatabase database;
  private final ElectionDay day;
  private final Set<String> registers;

  DayRoll(RollDatabase database, ElectionDay day, Set<String> registers) {
    this.database = database;
    this.day = day;
    this.registers = Set.copyOf(registers);
  }

  /**
   * Builds the rolls from the registers, in the place of those built before.
   *
   * @throws OfficeRefused if entries were already corrected, marked or closed
   */
  public RollReport build(RollOrder order) {
    return database.transaction(
        writing -> {
          new PersonStore(writing).lock();
          if (new Corrections(writing, day).hasBegun(registers)) {
            throw new OfficeRefused(
                "Das Wählerverzeichnis wurde schon berichtigt oder abgeschlossen;"
                    + " es wird nicht neu angelegt.");
          }
          return database.transaction(
              reading -> new RollBuild(day, registers, order).run(reading, writing), _ -> false);
        },
        _ -> true);
  }

  /** Enters a person on application in one election (§§ 16 to 18 BWO). */
  public Change enter(PersonKey person, String election, LocalDate received, Remark remark) {
    return change(corrections -> corrections.enter(person, election, received, remark));
  }

  /** Strikes a person from the rolls of the day (§ 23 BWO). */
  public Change strike(PersonKey person, Remark remark) {
    return change(corrections -> corrections.strike(person, remark));
  }

  /** Notes the Wahlschein of a person in one election (§ 30 BWO). */
  public Change mark(PersonKey person, String election, Issued issued) {
    return change(corrections -> corrections.mark(person, election, issued));
  }

  /** Their Wahlbenachrichtigungen. */
  public Notices notices() {
    return new Notices(database, day, registers);
  }

  /** Where the rolls stand. */
  record State(
      boolean built, Map<String, Long> entitled, Map<String, Long> unplaced, Set<String> closed) {}

  State state() {
    return database.transaction(
        registers,
        connection -> {
          EntryStore store = new EntryStore(connection, day);
          return new State(
              store.isBuilt(registers),
              store.entitled(registers),
              store.unplaced(registers),
              store.closed());
        },
        _ -> false);
  }

  /** Something that is looked up. */
  interface Look<T> {
    T in(RollFinder finder) throws SQLException;
  }

  <T> T look(Look<T> look) {
    return database.transaction(
        registers, connection -> look.in(new RollFinder(connection, day)), _ -> false);
  }

  /** A change of one entry. */
  private interface Correction {
    Change in(Corrections corrections) throws SQLException;
  }

  private Change change(Correction correction) {
    return database.transaction(
        registers,
        connection -> {
          new PersonStore(connection).lock();
          return correction.in(new Corrections(connection, day));
        },
        change -> change == Change.DONE);
  }

  /** The certificates of the districts that are closed. */
  public Map<DistrictInElection, ClosingCertificate> certificates() {
    return database.transaction(
        registers, connection -> new Closing(connection, day).certificates(), _ -> false);
  }

  /** Closes the rolls of an election (§ 24 BWO). */
  public void close(String election, OffsetDateTime at) {
    database.transaction(
        connection -> {
          new PersonStore(connection).lock();
          new Closing(connection, day).close(election, registers, at);
          return true;
        },
        _ -> true);
  }
}
