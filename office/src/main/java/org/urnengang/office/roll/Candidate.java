package org.urnengang.office.roll;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Circumstances;
import org.urnengang.rules.eligibility.Citizenships;

/**
 * Somebody about whom the rolls of a day decide: without a name.
 *
 * @param id of the person
 * @param version of the person
 * @param sortKey as COPY writes it
 */
record Candidate(long id, int version, Home home, Circumstances circumstances, String sortKey) {
  private static final String HEX_MARK = "\\\\x";

  /** The order of names, in bytes. */
  byte[] sortBytes() {
    return HexFormat.of().parseHex(sortKey.substring(HEX_MARK.length()));
  }

  @Override
  public String toString() {
    return "Candidate";
  }

  /** What is done with each. */
  interface Taking {
    void take(Candidate candidate) throws SQLException;
  }

  /** Hands on everybody in the registers of these municipalities, as the database sends them. */
  static void each(Connection connection, List<String> municipalities, Taking taking)
      throws SQLException {
    if (!municipalities.stream().allMatch(ags -> ags.matches("[0-9]+"))) {
      throw new IllegalArgumentException("a municipality is a number");
    }
    CopyOut rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (SELECT id, version, register, born, citizenships, exclusion, union_roll,"
                    + " dwellings, sort_key FROM person WHERE until IS NULL AND register = ANY ('{"
                    + String.join(",", municipalities)
                    + "}')) TO STDOUT");
    Map<String, Citizenships> citizenships = new HashMap<>();
    for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
      String line = new String(row, 0, row.length - 1, StandardCharsets.UTF_8);
      taking.take(of(line.split("\t", -1), citizenships));
    }
  }

  /** Of a row in COPY's text format; only the lines of dwellings can be escaped. */
  private static Candidate of(String[] cells, Map<String, Citizenships> known) {
    Home home = new Home(cells[2], ResidenceText.parse(cells[7].replace("\\n", "\n")));
    Circumstances circumstances =
        new Circumstances(
            BirthDate.of(cells[3]).orElseThrow(),
            known.computeIfAbsent(cells[4], Citizenships::of),
            home.residences().stream().map(Residence::dwelling).toList(),
            PersonStore.exclusion(cells[5]),
            cells[6].equals("t"));
    return new Candidate(
        Long.parseLong(cells[0]), Integer.parseInt(cells[1]), home, circumstances, cells[8]);
  }
}
