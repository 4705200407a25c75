package org.urnengang.office.roll;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.CollationKey.BoundMode;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.ElectionDay;

/** Finds persons and their entries on a day; sees what its connection shows. */
final class RollFinder {
  /** How many are shown; who finds more says more of the name. */
  static final int MOST = 50;

  /** Letters of a family name that a search needs, so that nobody leafs through the register. */
  static final int LEAST_LETTERS = 3;

  private static final Collator COLLATOR = Collator.getInstance(ULocale.GERMAN).freeze();

  private final Connection connection;
  private final ElectionDay day;

  RollFinder(Connection connection, ElectionDay day) {
    this.connection = connection;
    this.day = day;
  }

  /**
   * A person, with the entry of the day.
   *
   * @param entry empty if there is none
   */
  record Found(long id, RegisteredPerson person, Optional<Entry> entry) {
    @Override
    public String toString() {
      return "Found";
    }
  }

  /**
   * An entry.
   *
   * @param rights bit n: entitled in the n-th election of the day
   * @param applied whether it was made on application
   */
  record Entry(String district, int number, int rights, boolean applied, boolean struck) {}

  /** A correction of somebody's entry. */
  record Correction(OffsetDateTime at, String officer, String remark) {
    @Override
    public String toString() {
      return "Correction";
    }
  }

  private static final String SELECT =
      "SELECT "
          + PersonStore.COLUMNS.replaceAll("(\\w+)", "p.$1")
          + ", e.district, e.number, e.rights, e.applied, e.struck"
          + " FROM person p LEFT JOIN entry e ON e.day = ? AND e.person = p.id"
          + " WHERE p.until IS NULL AND ";

  /** Where the entry begins, behind the person's columns. */
  private static final int ENTRY = PersonStore.COLUMNS.split(",", -1).length + 1;

  private static Found found(ResultSet row) throws SQLException {
    String district = row.getString(ENTRY);
    return new Found(
        row.getLong(1),
        PersonStore.person(row),
        district == null
            ? Optional.empty()
            : Optional.of(
                new Entry(
                    district,
                    row.getInt(ENTRY + 1),
                    row.getInt(ENTRY + 2),
                    row.getBoolean(ENTRY + 3),
                    row.getBoolean(ENTRY + 4))));
  }

  private List<Found> read(PreparedStatement select) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(found(row));
      }
    }
    return found;
  }

  /**
   * Persons by the beginnings of family and given names: {@code Müll, Ann}. Capitals and marks do
   * not matter.
   */
  List<Found> search(String text) throws SQLException {
    String[] names = Letters.composed(text).split(",", 2);
    String family = names[0].strip();
    if (family.length() < LEAST_LETTERS) {
      return List.of();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT
                + "p.sort_key >= ? AND p.sort_key < ? AND p.given_names ILIKE ?"
                + " ORDER BY p.sort_key LIMIT ?")) {
      String given = names.length > 1 ? names[1].strip() : "";
      select.setString(1, day.key());
      select.setBytes(2, bound(family, BoundMode.LOWER));
      select.setBytes(3, bound(family, BoundMode.UPPER_LONG));
      select.setString(4, given.replaceAll("([%_\\\\])", "\\\\$1") + '%');
      select.setInt(5, MOST + 1);
      return read(select);
    }
  }

  /** Keys between these bounds begin with the letters of the text. */
  private static byte[] bound(String text, int mode) {
    CollationKey key = COLLATOR.getCollationKey(text).getBound(mode, Collator.PRIMARY + 1);
    byte[] bytes = key.toByteArray();
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  /** A person with all entries of the day, usually one. */
  List<Found> person(long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "p.id = ?")) {
      select.setString(1, day.key());
      select.setLong(2, id);
      return read(select);
    }
  }

  /** When the person's Wahlschein was issued, by election. */
  SortedMap<String, String> marks(long id) throws SQLException {
    SortedMap<String, String> marks = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT election, issued FROM mark WHERE day = ? AND person = ?")) {
      select.setString(1, day.key());
      select.setLong(2, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          marks.put(row.getString(1), row.getString(2));
        }
      }
    }
    return marks;
  }

  List<Correction> corrections(long id) throws SQLException {
    List<Correction> corrections = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT at, officer, remark FROM correction WHERE day = ? AND person = ? ORDER BY"
                + " id")) {
      select.setString(1, day.key());
      select.setLong(2, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          corrections.add(
              new Correction(
                  row.getObject(1, OffsetDateTime.class), row.getString(2), row.getString(3)));
        }
      }
    }
    return corrections;
  }
}
