package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.eligibility.Decision;
import org.urnengang.rules.eligibility.Eligibility;
import org.urnengang.rules.eligibility.Poll;

/** Changes of single entries (§§ 16 to 18, 22, 23 BWO), each with its remark. */
final class Corrections {
  private final Connection connection;
  private final ElectionDay day;

  Corrections(Connection connection, ElectionDay day) {
    this.connection = connection;
    this.day = day;
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = prepared(sql, values)) {
      return update.executeUpdate();
    }
  }

  private boolean exists(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = prepared(sql, values);
        ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  private Optional<Integer> place(String election) {
    for (int place = 0; place < day.elections().size(); place++) {
      if (day.elections().get(place).key().equals(election)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private boolean isClosed(PersonKey key, String election) throws SQLException {
    return exists(
        "SELECT FROM closing WHERE day = ? AND register = ? AND election = ?",
        day.key(),
        key.register(),
        election);
  }

  private boolean isAnyClosed(PersonKey key) throws SQLException {
    return exists("SELECT FROM closing WHERE day = ? AND register = ?", day.key(), key.register());
  }

  private void remember(PersonKey key, Remark remark) throws SQLException {
    update(
        "INSERT INTO correction (day, register, person, remark, at, officer)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        day.key(),
        key.register(),
        key.id(),
        remark.text(),
        remark.at(),
        remark.officer());
  }

  /** A person and the version of it that is the present one. */
  private record Present(RegisteredPerson person, int version) {
    @Override
    public String toString() {
      return "Present";
    }
  }

  private Optional<Present> present(PersonKey key) throws SQLException {
    String sql = "SELECT " + PersonStore.COLUMNS + " FROM person WHERE id = ? AND until IS NULL";
    try (PreparedStatement select = prepared(sql, key.id());
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new Present(PersonStore.person(row), row.getInt(2)))
          : Optional.empty();
    }
  }

  /** Enters somebody on application in one election. */
  Change enter(PersonKey key, String election, LocalDate received, Remark remark)
      throws SQLException {
    Optional<Integer> place = place(election);
    Optional<Present> present = present(key);
    if (place.isEmpty()) {
      return Change.NO_ELECTION;
    }
    if (present.isEmpty()) {
      return Change.NO_PERSON;
    }
    if (!exists("SELECT FROM entry WHERE day = ? AND register = ?", day.key(), key.register())) {
      return Change.NOT_BUILT;
    }
    if (isClosed(key, election)) {
      return Change.CLOSED;
    }
    Poll poll = DayRules.polls(day).get(place.get());
    RegisteredPerson person = present.get().person();
    return switch (Eligibility.decide(poll, person.circumstances(), person.register())) {
      case Decision.Entered _ -> insert(key, present.get(), place.get(), remark);
      case Decision.OnApplication application ->
          application.isInTime(received)
              ? insert(key, present.get(), place.get(), remark)
              : Change.TOO_LATE;
      case Decision.Refused _ -> Change.NOT_ENTITLED;
    };
  }

  private Change insert(PersonKey key, Present present, int election, Remark remark)
      throws SQLException {
    DistrictFinder finder = new DistrictFinder(day);
    RegisteredPerson person = present.person();
    Optional<String> district =
        person
            .home()
            .here()
            .map(residence -> finder.find(election, person.register(), residence))
            .filter(Placement.In.class::isInstance)
            .map(in -> finder.districts().get(((Placement.In) in).district()));
    if (district.isEmpty()) {
      return Change.UNPLACED;
    }
    int bit = 1 << election;
    if (exists(
        "SELECT FROM entry WHERE day = ? AND person = ? AND rights & ? <> 0",
        day.key(),
        key.id(),
        bit)) {
      return Change.ALREADY;
    }
    update(
        """
        INSERT INTO entry (day, register, person, district, number, version, rights, applied)
        SELECT ?, ?, ?, d.id, 1 + coalesce(max(e.number), 0), ?, ?, true
        FROM (SELECT ?::text AS id) d LEFT JOIN entry e ON e.day = ? AND e.district = d.id
        GROUP BY d.id
        ON CONFLICT (day, person, district) DO UPDATE SET rights = entry.rights | excluded.rights
        """,
        day.key(),
        key.register(),
        key.id(),
        present.version(),
        bit,
        district.get(),
        day.key());
    remember(key, remark);
    return Change.DONE;
  }

  /** Strikes somebody from the rolls of the day; the entry stays to be seen. */
  Change strike(PersonKey key, Remark remark) throws SQLException {
    if (isAnyClosed(key)) {
      return Change.CLOSED;
    }
    int struck =
        update(
            "UPDATE entry SET struck = true WHERE day = ? AND person = ? AND NOT struck",
            day.key(),
            key.id());
    if (struck == 0) {
      return Change.NOT_ENTERED;
    }
    remember(key, remark);
    return Change.DONE;
  }

  /** Notes a Wahlschein in the vote column (§ 30 BWO). */
  Change mark(PersonKey key, String election, Issued issued) throws SQLException {
    Optional<Integer> place = place(election);
    if (place.isEmpty()) {
      return Change.NO_ELECTION;
    }
    boolean closed = isClosed(key, election);
    if (closed != (issued != Issued.BEFORE_CLOSING)) {
      return closed ? Change.CLOSED : Change.OPEN;
    }
    if (!exists(
        "SELECT FROM entry WHERE day = ? AND person = ? AND NOT struck AND rights & ? <> 0",
        day.key(),
        key.id(),
        1 << place.get())) {
      return Change.NOT_ENTERED;
    }
    int marked =
        update(
            "INSERT INTO mark (day, register, election, person, issued) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            day.key(),
            key.register(),
            election,
            key.id(),
            issued.key());
    return marked == 1 ? Change.DONE : Change.ALREADY;
  }

  /** Whether single entries were already worked on, so that the rolls are not built anew. */
  boolean hasBegun(Set<String> registers) throws SQLException {
    for (String table : List.of("closing", "correction", "mark", "notice")) {
      if (exists(
          "SELECT FROM " + table + " WHERE day = ? AND register = ANY (?)",
          day.key(),
          registers.toArray(String[]::new))) {
        return true;
      }
    }
    return false;
  }
}
