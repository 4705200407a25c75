package org.urnengang.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.office.roll.Change;
import org.urnengang.office.roll.ImportReport;
import org.urnengang.office.roll.PersonKey;
import org.urnengang.office.roll.RegisterProfile;
import org.urnengang.office.roll.Remark;
import org.urnengang.office.roll.Roll;
import org.urnengang.office.roll.RollOrder;
import org.urnengang.office.roll.RollReport;
import org.urnengang.rules.election.ElectionDay;

/** The roll of a small town, in a database of its own for each test. */
abstract class RollOfTown {
  static final String TOWN = "05999004";
  static final OffsetDateTime AT = OffsetDateTime.parse("2017-08-20T09:00:00+02:00");
  static final Remark REMARK = new Remark("Antrag vom 1. September", AT, "S. Beispiel");
  static final String HEADER =
      "register;person;title;prefix;family_name;given_names;sex;born;citizenships;exclusion;"
          + "exclusion_until;block;union_roll;abroad;ags;kind;moved_in;moved_out;street;number;"
          + "suffix;postcode;town\n";

  @TempDir Path folder;
  String database;
  Roll roll;
  ElectionDay day;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabases.create();
    roll = Roll.open(database, Optional.empty());
    Path election = TestElection.with();
    Files.writeString(
        election.resolve("streets.csv"),
        """
        street;postcode;place;from;to;side;district
        Hauptstraße;;;1;19;odd;05999004-0001
        Hauptstraße;;;2;20;even;05999004-0002
        Hauptstraße;;;21;;all;05999004-0002
        Am Bach;;;;12a;all;05999004-0001
        Am Bach;;;12b;;all;05999004-0002
        Lindenstr.;;;;;all;05999004-0001
        """);
    day = ElectionFolder.read(election).day();
  }

  @AfterEach
  void close() {
    roll.close();
  }

  /** A row of the register; the address as street, number, suffix. */
  static String person(
      String number, String name, String born, String citizen, String since, String address) {
    return "%1$s;%2$s;;;%3$s;f;%4$s;%5$s;;;;;;%1$s;sole;%6$s;;%7$s;32100;Musterstadt\n"
        .formatted(TOWN, number, name, born, citizen, since, address);
  }

  static String adult(String number, String name, String address) {
    return person(number, name + ";Anna", "1970-05-01", "DEU", "2001-01-01", address);
  }

  ImportReport take(String... rows) {
    return take(false, rows);
  }

  ImportReport take(boolean dryRun, String... rows) {
    try {
      Path file = Files.createTempFile(folder, "register", ".csv");
      Files.writeString(file, HEADER + String.join("", rows));
      return roll.take(file, RegisterProfile.own(), Set.of(TOWN), AT, dryRun);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  RollReport build() {
    return roll.of(day).build(RollOrder.NAME);
  }

  /** A column of the roll's own tables, as their owner sees it. */
  List<String> query(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> numbers(String district) {
    return query(
        "SELECT e.number || ' ' || p.family_name FROM roll.entry e JOIN roll.person p"
            + " ON p.id = e.person AND p.version = e.version WHERE e.district = '05999004-"
            + district
            + "' ORDER BY e.number");
  }

  Change enter(PersonKey person, String received) {
    return roll.of(day).enter(person, "bundestagswahl", LocalDate.parse(received), REMARK);
  }
}
