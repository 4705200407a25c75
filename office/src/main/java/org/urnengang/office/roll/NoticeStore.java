package org.urnengang.office.roll;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.election.ElectionDay;

/** Which notices were planned, in which batch each lies, and which batches are printed. */
final class NoticeStore {
  static final int BATCH = 500;
  private static final int FETCH = 2000;

  private final Connection connection;
  private final ElectionDay day;

  NoticeStore(Connection connection, ElectionDay day) {
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

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = prepared(sql, values)) {
      update.executeUpdate();
    }
  }

  Optional<NoticeText> text(String register) throws SQLException {
    try (PreparedStatement select =
            prepared("SELECT content FROM notice_text WHERE register = ?", register);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(NoticeText.parse(row.getString(1))) : Optional.empty();
    }
  }

  void put(String register, NoticeText text) throws SQLException {
    update(
        "INSERT INTO notice_text (register, content) VALUES (?, ?)"
            + " ON CONFLICT (register) DO UPDATE SET content = excluded.content",
        register,
        text.text());
  }

  /** The secret of the day in this register, made when it is first asked for. */
  NoticeKey key(String register) throws SQLException {
    byte[] fresh = new byte[NoticeKey.BYTES];
    new SecureRandom().nextBytes(fresh);
    update(
        "INSERT INTO notice_key (day, register, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        day.key(),
        register,
        fresh);
    try (PreparedStatement select =
            prepared(
                "SELECT key FROM notice_key WHERE day = ? AND register = ?", day.key(), register);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new NoticeKey(row.getBytes(1));
    }
  }

  /** An entry without a notice, and where it lies on the postman's way. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Waiting(long person, String district, byte[] place) {
    @Override
    public String toString() {
      return "Waiting";
    }
  }

  /**
   * Gives every entry that has no notice yet its place in a batch: by postcode, street, number.
   *
   * @return how many
   */
  int plan(String register) throws SQLException {
    List<Waiting> waiting = waiting(register);
    waiting.sort(
        Comparator.comparing(Waiting::place, Arrays::compareUnsigned)
            .thenComparingLong(Waiting::person)
            .thenComparing(Waiting::district));
    int first = lastBatch(register) + 1;
    try (CopyRows rows =
        new CopyRows(connection, "notice (day, register, person, district, batch, sheet)")) {
      for (int i = 0; i < waiting.size(); i++) {
        rows.add(day.key()).add(register).add(waiting.get(i).person());
        rows.add(waiting.get(i).district()).add(first + i / BATCH).add(1 + i % BATCH).endRow();
      }
      rows.finish();
    }
    return waiting.size();
  }

  private List<Waiting> waiting(String register) throws SQLException {
    SortKeys keys = new SortKeys();
    List<Waiting> waiting = new ArrayList<>();
    try (PreparedStatement select =
        prepared(
            """
            SELECT e.person, e.district, p.dwellings
            FROM entry e JOIN person p ON p.id = e.person AND p.version = e.version
            WHERE e.day = ? AND e.register = ? AND NOT e.struck AND NOT EXISTS
              (SELECT FROM notice n
               WHERE n.day = e.day AND n.person = e.person AND n.district = e.district)
            """,
            day.key(),
            register)) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Home home = new Home(register, ResidenceText.parse(row.getString(3)));
          byte[] place = home.here().map(keys::ofWay).orElse(new byte[] {(byte) 0xff});
          waiting.add(new Waiting(row.getLong(1), row.getString(2), place));
        }
      }
    }
    return waiting;
  }

  private int lastBatch(String register) throws SQLException {
    try (PreparedStatement select =
            prepared(
                "SELECT coalesce(max(batch), 0) FROM notice WHERE day = ? AND register = ?",
                day.key(),
                register);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The batches that are planned and not printed yet. */
  List<Integer> unprinted(String register) throws SQLException {
    List<Integer> batches = new ArrayList<>();
    try (PreparedStatement select =
            prepared(
                """
                SELECT DISTINCT n.batch FROM notice n
                WHERE n.day = ? AND n.register = ? AND NOT EXISTS
                  (SELECT FROM notice_batch b
                   WHERE b.day = n.day AND b.register = n.register AND b.batch = n.batch)
                ORDER BY n.batch
                """,
                day.key(),
                register);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        batches.add(row.getInt(1));
      }
    }
    return batches;
  }

  /** The letters of a batch in their order. */
  List<NoticeLetter> letters(String register, int batch) throws SQLException {
    return letters(
        register,
        "JOIN notice n ON n.day = e.day AND n.person = e.person AND n.district = e.district"
            + " WHERE n.batch = ?",
        "ORDER BY n.sheet",
        "n.sheet",
        batch);
  }

  /** The letters of a district by running number, planned or not. */
  List<NoticeLetter> ofDistrict(String register, String district) throws SQLException {
    return letters(
        register, "WHERE e.district = ? AND NOT e.struck", "ORDER BY e.number", "0", district);
  }

  /** The letters of a person, usually one. */
  List<NoticeLetter> ofPerson(String register, long person) throws SQLException {
    return letters(
        register, "WHERE e.person = ? AND NOT e.struck", "ORDER BY e.number", "0", person);
  }

  private List<NoticeLetter> letters(
      String register, String where, String order, String sheet, Object value) throws SQLException {
    NoticeKey key = key(register);
    List<NoticeLetter> letters = new ArrayList<>();
    String columns = PersonStore.COLUMNS.replaceAll("(\\w+)", "p.$1");
    int own = PersonStore.COLUMNS.split(",", -1).length;
    try (PreparedStatement select =
            prepared(
                "SELECT %s, e.district, e.number, e.rights, %s FROM entry e JOIN person p"
                        .formatted(columns, sheet)
                    + " ON p.id = e.person AND p.version = e.version %s".formatted(where)
                    + " AND e.day = ? AND e.register = ? "
                    + order,
                value,
                day.key(),
                register);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long person = row.getLong(1);
        letters.add(
            new NoticeLetter(
                PersonStore.person(row),
                row.getString(own + 1),
                row.getInt(own + 2),
                row.getInt(own + 3),
                key.token(person),
                key.code(person),
                value instanceof Integer batch ? batch : 0,
                row.getInt(own + 4)));
      }
    }
    return letters;
  }

  /**
   * A printed batch.
   *
   * @param sha256 of its file
   */
  record Printed(int batch, int letters, int pages, int bytes, String sha256) {}

  void put(String register, Printed printed) throws SQLException {
    update(
        "INSERT INTO notice_batch (day, register, batch, letters, pages, bytes, sha256)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        day.key(),
        register,
        printed.batch(),
        printed.letters(),
        printed.pages(),
        printed.bytes(),
        printed.sha256());
  }

  List<Printed> printed(String register) throws SQLException {
    List<Printed> all = new ArrayList<>();
    try (PreparedStatement select =
            prepared(
                "SELECT batch, letters, pages, bytes, sha256 FROM notice_batch"
                    + " WHERE day = ? AND register = ? ORDER BY batch",
                day.key(),
                register);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Printed(
                row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5)));
      }
    }
    return all;
  }
}
