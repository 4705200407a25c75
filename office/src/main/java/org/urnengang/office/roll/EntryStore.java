package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.ElectionDay;

/** The entries of a day's rolls in the database: a partition of their own, gone as a whole. */
final class EntryStore {
  private final Connection connection;
  private final ElectionDay day;

  EntryStore(Connection connection, ElectionDay day) {
    this.connection = connection;
    this.day = day;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String partition() {
    return "entry_" + day.key().replace('-', '_');
  }

  /** Where persons are placed: in a district, or on the work list of a municipality. */
  record Spot(int no, String id, String register) {}

  /** A table for what is decided about each person, and one for where they are placed. */
  void createPlaced(List<Spot> spots) throws SQLException {
    execute("SET LOCAL work_mem = '256MB'");
    execute("SET LOCAL maintenance_work_mem = '256MB'");
    execute(
        """
        CREATE TEMP TABLE placed (
          person bigint, version integer, spot integer, rights integer, sort_key bytea
        ) ON COMMIT DROP
        """);
    execute("CREATE TEMP TABLE spot (no integer, id text, register text) ON COMMIT DROP");
    try (CopyRows rows = new CopyRows(connection, "spot")) {
      for (Spot spot : spots) {
        rows.add(spot.no()).add(spot.id()).add(spot.register()).endRow();
      }
      rows.finish();
    }
  }

  /** Puts the placed persons in the place of the entries of these registers, numbered. */
  void replaceEntries(Set<String> registers) throws SQLException {
    if (hasOthers(registers)) {
      update("DELETE FROM entry WHERE day = ? AND register = ANY (?)", registers);
      insert("entry");
    } else {
      execute("DROP TABLE IF EXISTS " + partition());
      execute("CREATE TABLE " + partition() + " (LIKE entry INCLUDING DEFAULTS)");
      insert(partition());
      execute("ALTER TABLE " + partition() + " ADD PRIMARY KEY (day, person, district)");
      execute("CREATE INDEX ON " + partition() + " (district, number)");
      attach();
    }
    update("DELETE FROM unplaced WHERE day = ? AND register = ANY (?)", registers);
    update(
        """
        INSERT INTO unplaced (day, register, person, reason, rights)
        SELECT ?, s.register, p.person, s.id, p.rights
        FROM placed p JOIN spot s ON s.no = p.spot WHERE p.spot < 0
        """);
  }

  private void insert(String table) throws SQLException {
    update(
        "INSERT INTO "
            + table
            + """
             (day, register, person, district, number, version, rights, applied)
            SELECT ?, s.register, p.person, s.id,
                   row_number() OVER (PARTITION BY p.spot ORDER BY p.sort_key, p.person),
                   p.version, p.rights, false
            FROM placed p JOIN spot s ON s.no = p.spot WHERE p.spot >= 0
            """);
  }

  private void attach() throws SQLException {
    String day = '\'' + this.day.key() + '\'';
    execute("ALTER TABLE " + partition() + " ADD CONSTRAINT own_day CHECK (day = " + day + ")");
    execute("ALTER TABLE entry ATTACH PARTITION " + partition() + " FOR VALUES IN (" + day + ")");
  }

  private boolean hasOthers(Set<String> registers) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM entry WHERE day = ? AND register <> ALL (?))";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      select.setArray(2, connection.createArrayOf("text", registers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void update(String sql, Set<String> registers) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, day.key());
      update.setArray(2, connection.createArrayOf("text", registers.toArray()));
      update.executeUpdate();
    }
  }

  private void update(String sql) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, day.key());
      update.executeUpdate();
    }
  }

  /** Entries that are not struck, by election. */
  SortedMap<String, Long> entitled(Set<String> registers) throws SQLException {
    SortedMap<String, Long> entitled = new TreeMap<>();
    day.elections().forEach(election -> entitled.put(election.key(), 0L));
    String sql =
        "SELECT rights, count(*) FROM entry WHERE day = ? AND register = ANY (?) AND NOT struck"
            + " GROUP BY rights";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      select.setArray(2, connection.createArrayOf("text", registers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          for (int election = 0; election < day.elections().size(); election++) {
            if ((row.getInt(1) >> election & 1) == 1) {
              entitled.merge(day.elections().get(election).key(), row.getLong(2), Long::sum);
            }
          }
        }
      }
    }
    return entitled;
  }

  /** How many persons wait on the work list, by reason. */
  SortedMap<String, Long> unplaced(Set<String> registers) throws SQLException {
    SortedMap<String, Long> unplaced = new TreeMap<>();
    String sql =
        "SELECT reason, count(*) FROM unplaced WHERE day = ? AND register = ANY (?)"
            + " GROUP BY reason";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      select.setArray(2, connection.createArrayOf("text", registers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          unplaced.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return unplaced;
  }

  boolean isBuilt(Set<String> registers) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM entry WHERE day = ? AND register = ANY (?))";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      select.setArray(2, connection.createArrayOf("text", registers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** The elections of which some roll is closed. */
  Set<String> closed() throws SQLException {
    Set<String> closed = new HashSet<>();
    String sql = "SELECT DISTINCT election FROM closing WHERE day = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          closed.add(row.getString(1));
        }
      }
    }
    return closed;
  }
}
