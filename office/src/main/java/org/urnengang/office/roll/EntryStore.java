package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

  /** A table for what is decided about each person, and one for the names of districts. */
  void createPlaced(List<String> districts) throws SQLException {
    execute("SET LOCAL work_mem = '256MB'");
    execute("SET LOCAL maintenance_work_mem = '256MB'");
    execute(
        """
        CREATE TEMP TABLE placed (
          person bigint, version integer, district integer, rights integer, sort_key bytea
        ) ON COMMIT DROP
        """);
    execute("CREATE TEMP TABLE district (no integer, id text) ON COMMIT DROP");
    try (CopyRows rows = new CopyRows(connection, "district")) {
      for (int no = 0; no < districts.size(); no++) {
        rows.add(no).add(districts.get(no)).endRow();
      }
      rows.finish();
    }
  }

  /** Puts the placed persons in the place of all entries of the day, with running numbers. */
  void replaceEntries() throws SQLException {
    execute("DROP TABLE IF EXISTS " + partition());
    execute("CREATE TABLE " + partition() + " (LIKE entry INCLUDING DEFAULTS)");
    update(
        "INSERT INTO "
            + partition()
            + """
             (day, person, district, number, version, rights, applied)
            SELECT ?, p.person, d.id,
                   row_number() OVER (PARTITION BY p.district ORDER BY p.sort_key, p.person),
                   p.version, p.rights, false
            FROM placed p JOIN district d ON d.no = p.district
            """);
    execute("ALTER TABLE " + partition() + " ADD PRIMARY KEY (day, person, district)");
    execute(
        "ALTER TABLE " + partition() + " ADD CONSTRAINT own_day CHECK (day = '" + day.key() + "')");
    execute(
        "ALTER TABLE entry ATTACH PARTITION "
            + partition()
            + " FOR VALUES IN ('"
            + day.key()
            + "')");
    update("DELETE FROM unplaced WHERE day = ?");
    StringBuilder reasons = new StringBuilder("CASE district");
    for (Placement.Reason reason : Placement.Reason.ALL) {
      reasons.append(" WHEN %d THEN '%s'".formatted(-1 - reason.ordinal(), reason.key()));
    }
    update(
        "INSERT INTO unplaced (day, person, reason, rights) SELECT ?, person, "
            + reasons
            + " END, rights FROM placed WHERE district < 0");
  }

  private void update(String sql) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, day.key());
      update.executeUpdate();
    }
  }

  /** Entries that are not struck, by election. */
  SortedMap<String, Long> entitled() throws SQLException {
    SortedMap<String, Long> entitled = new TreeMap<>();
    day.elections().forEach(election -> entitled.put(election.key(), 0L));
    String sql = "SELECT rights, count(*) FROM entry WHERE day = ? AND NOT struck GROUP BY rights";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
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
  SortedMap<String, Long> unplaced() throws SQLException {
    SortedMap<String, Long> unplaced = new TreeMap<>();
    String sql = "SELECT reason, count(*) FROM unplaced WHERE day = ? GROUP BY reason";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, day.key());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          unplaced.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return unplaced;
  }
}
