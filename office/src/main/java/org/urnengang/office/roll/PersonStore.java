package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.urnengang.office.roll.RegisterImport.Differences;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Citizenships;
import org.urnengang.rules.eligibility.Exclusion;

/** The persons of the registers in the database, in versions. */
final class PersonStore {
  /** The columns that a {@link RegisteredPerson} is made from. */
  static final String COLUMNS =
      "id, version, register, number, title, prefix, family_name, given_names, sex, born,"
          + " citizenships, exclusion, block, union_roll, abroad, dwellings, sort_key";

  private final Connection connection;

  PersonStore(Connection connection) {
    this.connection = connection;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes the lock of all imports and rolls, and the number of this import. */
  int begin(Set<String> registers, OffsetDateTime at) throws SQLException {
    lock();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO register_import (at, registers, persons, added, gone, moved, changed)
            VALUES (?, ?, 0, 0, 0, 0, 0) RETURNING id
            """)) {
      insert.setObject(1, at);
      insert.setArray(2, connection.createArrayOf("text", registers.toArray()));
      try (ResultSet id = insert.executeQuery()) {
        id.next();
        return id.getInt(1);
      }
    }
  }

  void lock() throws SQLException {
    execute("SELECT pg_advisory_xact_lock(1, 8)");
  }

  void end(int version, long persons, Differences differences) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE register_import SET persons = ?, added = ?, gone = ?, moved = ?, changed = ?
            WHERE id = ?
            """)) {
      update.setLong(1, persons);
      update.setLong(2, differences.added());
      update.setLong(3, differences.gone());
      update.setLong(4, differences.moved());
      update.setLong(5, differences.changed());
      update.setInt(6, version);
      update.executeUpdate();
    }
    execute("ANALYZE person");
  }

  boolean isEmpty() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM person)")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  void dropIndexes() throws SQLException {
    execute("ALTER TABLE person DROP CONSTRAINT person_pkey");
    execute("DROP INDEX person_by_name");
  }

  void createIndexes() throws SQLException {
    execute("ALTER TABLE person ADD CONSTRAINT person_pkey PRIMARY KEY (id, version)");
    execute("CREATE INDEX person_by_name ON person (sort_key)");
  }

  void createIncoming() throws SQLException {
    execute("CREATE TEMP TABLE incoming (LIKE roll.person) ON COMMIT DROP");
  }

  static void write(CopyRows rows, int version, RegisteredPerson person, byte[] sortKey)
      throws SQLException {
    String exclusion =
        person
            .exclusion()
            .map(e -> e.kind().key() + e.until().map(until -> " " + until).orElse(""))
            .orElse("");
    String citizenships = person.citizenships().text();
    String dwellings = ResidenceText.of(person.residences());
    String born = BornText.of(person.born());
    String content =
        String.join(
            "|",
            person.title(),
            person.prefix(),
            person.familyName(),
            person.givenNames(),
            person.sex(),
            born,
            citizenships,
            exclusion,
            person.block(),
            person.unionRoll() ? "y" : "n",
            person.abroad());
    rows.add(person.id()).add(version).addNull();
    rows.add(person.register()).add(person.number()).add(person.title()).add(person.prefix());
    rows.add(person.familyName()).add(person.givenNames()).add(person.sex()).add(born);
    rows.add(citizenships).add(exclusion).add(person.block()).add(person.unionRoll());
    rows.add(person.abroad()).add(dwellings).add(sortKey);
    rows.add(Hash64.of(content)).add(Hash64.of(dwellings)).endRow();
  }

  /** Makes the incoming persons the present ones; what did not change keeps its version. */
  Differences apply(int version, Set<String> registers) throws SQLException {
    execute("CREATE UNIQUE INDEX ON incoming (id)");
    execute("ANALYZE incoming");
    String there = "p.until IS NULL AND p.register = ANY (?)";
    long moved =
        update(
            "UPDATE person p SET until = ? FROM incoming i"
                + " WHERE i.id = p.id AND i.place <> p.place AND "
                + there,
            version,
            registers);
    long changed =
        update(
            "UPDATE person p SET until = ? FROM incoming i"
                + " WHERE i.id = p.id AND i.content <> p.content AND "
                + there,
            version,
            registers);
    long gone =
        update(
            "UPDATE person p SET until = ? WHERE NOT EXISTS"
                + " (SELECT FROM incoming i WHERE i.id = p.id) AND "
                + there,
            version,
            registers);
    long inserted =
        update(
            "INSERT INTO person SELECT i.* FROM incoming i WHERE i.version = ? AND NOT EXISTS"
                + " (SELECT FROM person p WHERE p.id = i.id AND "
                + there
                + ")",
            version,
            registers);
    return new Differences(inserted - moved - changed, gone, moved, changed);
  }

  private long update(String sql, int version, Set<String> registers) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, version);
      update.setArray(2, connection.createArrayOf("text", registers.toArray()));
      return update.executeLargeUpdate();
    }
  }

  /** The person of a row with {@link #COLUMNS}. */
  static RegisteredPerson person(ResultSet row) throws SQLException {
    return new RegisteredPerson(
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        BirthDate.of(row.getString(10)).orElseThrow(),
        Citizenships.of(row.getString(11)),
        exclusion(row.getString(12)),
        row.getString(13),
        row.getBoolean(14),
        row.getString(15),
        ResidenceText.parse(row.getString(16)));
  }

  static Optional<Exclusion> exclusion(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] words = text.split(" ", -1);
    return Exclusion.Kind.of(words[0])
        .map(
            kind ->
                new Exclusion(
                    kind,
                    words.length > 1 ? Optional.of(LocalDate.parse(words[1])) : Optional.empty()));
  }
}
