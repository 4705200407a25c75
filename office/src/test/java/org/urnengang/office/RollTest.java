package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.roll.Change;
import org.urnengang.office.roll.DayRoll;
import org.urnengang.office.roll.ImportReport;
import org.urnengang.office.roll.Issued;
import org.urnengang.office.roll.PersonKey;
import org.urnengang.office.roll.RollFailed;
import org.urnengang.office.roll.RollOrder;
import org.urnengang.office.roll.RollReport;
import org.urnengang.rules.record.ClosingCertificate;

class RollTest extends RollOfTown {
  @Test
  void houses_lead_to_districts_and_names_to_numbers() {
    take(
        adult("1", "Zuse", "Hauptstr.;3;"),
        adult("2", "Özdemir", "HAUPTSTRASSE;1;"),
        adult("3", "Otto", "Hauptstraße;2;c"),
        adult("4", "Ostermann", "Am Bach;12;a"),
        adult("5", "Öhm", "Am Bach;12;b"),
        adult("6", "Groß", "Lindenstraße;7;1/2"),
        adult("7", "Gross", "Hauptstraße;21;"));
    RollReport report = build();
    assertThat(numbers("0001")).containsExactly("1 Groß", "2 Ostermann", "3 Özdemir", "4 Zuse");
    assertThat(numbers("0002")).containsExactly("1 Gross", "2 Öhm", "3 Otto");
    assertThat(report.entitled()).containsEntry("bundestagswahl", 7L).containsEntry("freibad", 7L);
    assertThat(report.unplaced()).isEmpty();
    roll.of(day).build(RollOrder.STREET);
    assertThat(numbers("0001")).containsExactly("1 Ostermann", "2 Özdemir", "3 Zuse", "4 Groß");
  }

  @Test
  void two_elections_on_one_day_have_their_own_rights_in_one_roll() {
    take(
        adult("1", "Deutsche", "Hauptstraße;1;"),
        person("2", "Jung;Ida", "2001-09-24", "DEU", "2001-01-02", "Hauptstraße;1;"),
        person("3", "Rossi;Maria", "1980-01-01", "ITA", "2001-01-01", "Hauptstraße;1;"),
        person("4", "Neu;Eva", "1980-01-01", "DEU", "2017-09-01", "Hauptstraße;1;"));
    RollReport report = build();
    assertThat(report.entitled()).containsEntry("bundestagswahl", 1L).containsEntry("freibad", 4L);
    assertThat(report.decided())
        .containsEntry("bundestagswahl TOO_YOUNG", 1L)
        .containsEntry("bundestagswahl NOT_A_CITIZEN", 1L);
    assertThat(query("SELECT rights FROM roll.entry ORDER BY number"))
        .containsExactly("3", "2", "2", "2");
  }

  @Test
  void an_unknown_street_goes_on_the_work_list() {
    take(
        adult("1", "Fern", "Nirgendweg;1;"),
        adult("2", "Hoch", "Hauptstraße;ohne Nr.;"),
        adult("3", "Nah", "Hauptstraße;1;"));
    RollReport report = build();
    assertThat(report.unplaced())
        .containsEntry("unknown_street", 1L)
        .containsEntry("unknown_house", 1L);
    assertThat(report.entitled()).containsEntry("bundestagswahl", 1L);
  }

  @Test
  void a_bad_file_leaves_the_state_before_whole() {
    take(adult("1", "Alt", "Hauptstraße;1;"));
    ImportReport refused =
        take(
            adult("1", "Neu", "Hauptstraße;1;"),
            adult("2", "Auch neu", "Hauptstraße;1;").replace("1970-05-01", "1970-05-32"));
    assertThat(refused.taken()).isFalse();
    assertThat(refused.refusedCount()).isOne();
    assertThat(refused.refused().getFirst().line()).isEqualTo(3);
    assertThat(query("SELECT family_name FROM roll.person")).containsExactly("Alt");
    assertThat(query("SELECT count(*) FROM roll.register_import")).containsExactly("1");
  }

  @Test
  void a_dry_run_says_the_same_and_changes_nothing() {
    ImportReport report = take(true, adult("1", "Probe", "Hauptstraße;1;"));
    assertThat(report.taken()).isFalse();
    assertThat(report.added()).isOne();
    assertThat(query("SELECT count(*) FROM roll.person")).containsExactly("0");
  }

  @Test
  void the_next_import_says_who_is_new_gone_moved_or_changed() {
    take(
        adult("1", "Bleibt", "Hauptstraße;1;"),
        adult("2", "Geht", "Hauptstraße;1;"),
        adult("3", "Zieht", "Hauptstraße;1;"),
        adult("4", "Heißt", "Hauptstraße;1;"));
    build();
    ImportReport report =
        take(
            adult("1", "Bleibt", "Hauptstraße;1;"),
            adult("3", "Zieht", "Am Bach;1;"),
            adult("4", "Heißt-Anders", "Hauptstraße;1;"),
            adult("5", "Kommt", "Hauptstraße;1;"));
    assertThat(report)
        .extracting(
            ImportReport::added, ImportReport::gone, ImportReport::moved, ImportReport::changed)
        .containsExactly(1L, 1L, 1L, 1L);
    assertThat(numbers("0001"))
        .as("the roll stays as it was built")
        .containsExactly("1 Bleibt", "2 Geht", "3 Heißt", "4 Zieht");
  }

  @Test
  void entry_on_application_gets_the_next_number_and_a_remark() {
    take(
        adult("1", "Alt", "Hauptstraße;1;"),
        person("2", "Spät;Eva", "1980-01-01", "DEU", "2017-08-20", "Hauptstraße;1;")
            + ";".repeat(14)
            + "11000000;sole;2001-01-01;2017-08-19;Turmstraße;1;;10551;Berlin\n",
        person("3", "Rossi;Maria", "1980-01-01", "ITA", "2001-01-01", "Hauptstraße;1;"));
    RollReport report = build();
    PersonKey late = new PersonKey(TOWN, "2");
    assertThat(report.decided()).containsEntry("bundestagswahl ON_APPLICATION_MOVED_HERE", 1L);
    assertThat(enter(late, "2017-09-04")).isEqualTo(Change.TOO_LATE);
    assertThat(enter(late, "2017-09-03")).isEqualTo(Change.DONE);
    assertThat(enter(late, "2017-09-03")).isEqualTo(Change.ALREADY);
    assertThat(enter(new PersonKey(TOWN, "3"), "2017-09-01")).isEqualTo(Change.NOT_ENTITLED);
    assertThat(enter(new PersonKey(TOWN, "9"), "2017-09-01")).isEqualTo(Change.NO_PERSON);
    assertThat(query("SELECT remark || ', ' || officer FROM roll.correction"))
        .containsExactly("Antrag vom 1. September, S. Beispiel");
    assertThatThrownBy(this::build).isInstanceOf(OfficeRefused.class);
  }

  @Test
  void the_closing_counts_each_election_and_later_wahlscheine_move_from_a1_to_a2() {
    take(
        adult("1", "Eins", "Hauptstraße;1;"),
        adult("2", "Zwei", "Hauptstraße;1;"),
        adult("3", "Drei", "Hauptstraße;1;"),
        adult("4", "Vier", "Hauptstraße;1;"),
        adult("5", "Weg", "Hauptstraße;1;"));
    build();
    assertThat(mark("1", Issued.BEFORE_CLOSING)).isEqualTo(Change.DONE);
    assertThat(mark("1", Issued.BEFORE_CLOSING)).isEqualTo(Change.ALREADY);
    assertThat(mark("2", Issued.AFTER_CLOSING)).isEqualTo(Change.OPEN);
    assertThat(roll.of(day).strike(new PersonKey(TOWN, "5"), REMARK)).isEqualTo(Change.DONE);
    roll.of(day).close("bundestagswahl", AT);
    assertThat(mark("2", Issued.AFTER_CLOSING)).isEqualTo(Change.DONE);
    assertThat(mark("3", Issued.ON_DAY)).isEqualTo(Change.DONE);
    assertThat(mark("4", Issued.BEFORE_CLOSING)).isEqualTo(Change.CLOSED);
    assertThat(mark("5", Issued.ON_DAY)).isEqualTo(Change.NOT_ENTERED);
    assertThat(roll.of(day).certificates())
        .containsEntry(
            new DistrictInElection("bundestagswahl", "05999004-0001"),
            new ClosingCertificate(3, 1, 1, 1))
        .containsEntry(
            new DistrictInElection("bundestagswahl", "05999004-0002"),
            new ClosingCertificate(0, 0, 0, 0))
        .doesNotContainKey(new DistrictInElection("freibad", "05999004-0001"));
    assertThatThrownBy(() -> roll.of(day).close("bundestagswahl", AT))
        .isInstanceOf(OfficeRefused.class);
  }

  private Change mark(String number, Issued issued) {
    return roll.of(day).mark(new PersonKey(TOWN, number), "bundestagswahl", issued);
  }

  @Test
  void whoever_works_for_one_municipality_sees_and_changes_nothing_of_another() {
    take(adult("1", "Eins", "Hauptstraße;1;"));
    build();
    roll.of(day).close("bundestagswahl", AT);
    DayRoll elsewhere = roll.of(day, Set.of("05999008"));
    PersonKey person = new PersonKey(TOWN, "1");
    assertThat(elsewhere.strike(person, REMARK)).isEqualTo(Change.NOT_ENTERED);
    assertThat(elsewhere.enter(person, "freibad", LocalDate.parse("2017-09-01"), REMARK))
        .isEqualTo(Change.NO_PERSON);
    assertThat(elsewhere.mark(person, "freibad", Issued.BEFORE_CLOSING))
        .isEqualTo(Change.NOT_ENTERED);
    assertThat(elsewhere.certificates()).isEmpty();
    assertThat(elsewhere.build(RollOrder.NAME).entitled()).containsEntry("bundestagswahl", 0L);
    assertThat(numbers("0001")).as("their rolls stay").containsExactly("1 Eins");
  }

  @Test
  void no_other_role_may_enter_the_schema() {
    assertThat(
            query(
                "SELECT replace(rolname, current_database(), '') FROM pg_roles WHERE NOT rolsuper"
                    + " AND rolname NOT LIKE 'pg\\_%'"
                    + " AND has_schema_privilege(rolname, 'roll', 'USAGE') ORDER BY rolname"))
        .as("the roll's own role, and the one in which it sees some rows only")
        .containsExactly("_roll", "_roll_scoped");
    assertThat(
            query(
                "SELECT member::regrole FROM pg_auth_members"
                    + " WHERE roleid = (current_database() || '_roll_scoped')::regrole"
                    + " AND NOT EXISTS (SELECT FROM pg_roles WHERE oid = member AND rolsuper)"))
        .containsExactly(query("SELECT current_database() || '_roll'").getFirst());
    assertThat(
            query(
                "SELECT table_name FROM information_schema.role_table_grants"
                    + " WHERE table_schema = 'roll' AND grantee !~ '_roll(_scoped)?$'"))
        .isEmpty();
  }

  @Test
  void twenty_canaries_show_in_no_log_and_no_message() throws IOException {
    List<String> canaries = new ArrayList<>();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String name = "Kanarienvogel" + (char) ('a' + i);
      canaries.add(name);
      rows.append(
          person(
              "KV" + i,
              name + ";Piep",
              "1971-02-0" + (1 + i % 9),
              "DEU",
              "2001-01-01",
              "Käfigweg;" + i + ";"));
    }
    StringBuilder logged = new StringBuilder();
    Handler handler = capturing(logged);
    Logger.getLogger("").addHandler(handler);
    String said;
    try {
      said = take(rows.toString()) + " " + take(rows + rows.toString()) + " " + build();
      said += failure(rows.toString());
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    said += logged + Files.readString(TestDatabases.log());
    assertThat(said).as("the outage is told").contains("23514");
    assertThat(said).doesNotContain(canaries).doesNotContain("Käfigweg", "1971-02-0", "KV1");
  }

  private static Handler capturing(StringBuilder logged) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.append(new SimpleFormatter().format(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }

  /** What an outage says: a table that is gone, in the middle of an import. */
  private String failure(String rows) {
    TestDatabases.execute(
        database, "ALTER TABLE roll.person ADD CHECK (family_name = 'x') NOT VALID");
    try {
      take(rows.replace("Piep", "Pip"));
      throw new AssertionError("the database should have refused");
    } catch (RollFailed e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
