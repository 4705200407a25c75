package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

/** Abschluss des Wählerverzeichnisses (§ 24 BWO, Anlage 8). */
final class Closing {
  private final Connection connection;
  private final ElectionDay day;

  Closing(Connection connection, ElectionDay day) {
    this.connection = connection;
    this.day = day;
  }

  /** The place of an election in the day, which is its bit in the rights of an entry. */
  private int place(String election) {
    for (int place = 0; place < day.elections().size(); place++) {
      if (day.elections().get(place).key().equals(election)) {
        return place;
      }
    }
    throw new OfficeRefused("Eine Wahl „%s“ gibt es an diesem Tag nicht.".formatted(election));
  }

  /** Fixes A1 and A2 of every district; a district without entries has zeros. */
  void close(String election, Set<String> registers, OffsetDateTime at) throws SQLException {
    int bit = 1 << place(election);
    List<String> districts =
        new DistrictFinder(day)
            .districts(place(election)).stream()
                .filter(district -> registers.contains(DistrictFinder.ags(district)))
                .toList();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO closing (day, election, register, district, at, without_mark, with_mark)
            SELECT ?, ?, left(d.id, 8), d.id, ?,
                   count(e.person) FILTER (WHERE m.person IS NULL),
                   count(m.person)
            FROM unnest(?::text[]) AS d(id)
            LEFT JOIN entry e
              ON e.day = ? AND e.district = d.id AND NOT e.struck AND e.rights & ? <> 0
            LEFT JOIN mark m
              ON m.day = e.day AND m.election = ? AND m.person = e.person
            GROUP BY d.id
            ON CONFLICT DO NOTHING
            """)) {
      insert.setString(1, day.key());
      insert.setString(2, election);
      insert.setObject(3, at);
      insert.setArray(4, connection.createArrayOf("text", districts.toArray()));
      insert.setString(5, day.key());
      insert.setInt(6, bit);
      insert.setString(7, election);
      if (insert.executeUpdate() < districts.size()) {
        throw new OfficeRefused("Das Wählerverzeichnis dieser Wahl ist schon abgeschlossen.");
      }
    }
  }

  /** Anlage 8 of every closed district, with its two columns of corrections. */
  Map<DistrictInElection, ClosingCertificate> certificates() throws SQLException {
    Map<DistrictInElection, ClosingCertificate> certificates = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT c.election, c.district, c.without_mark, c.with_mark,
                   count(*) FILTER (WHERE m.issued = 'after_closing'),
                   count(*) FILTER (WHERE m.issued = 'on_day')
            FROM closing c
            LEFT JOIN entry e ON e.day = c.day AND e.district = c.district
            LEFT JOIN mark m
              ON m.day = c.day AND m.election = c.election AND m.person = e.person
            WHERE c.day = ?
            GROUP BY c.election, c.district, c.without_mark, c.with_mark
            ORDER BY c.election, c.district
            """)) {
      select.setString(1, day.key());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          certificates.put(
              new DistrictInElection(row.getString(1), row.getString(2)),
              new ClosingCertificate(row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)));
        }
      }
    }
    return certificates;
  }
}
