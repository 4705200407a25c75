package org.urnengang.formats.counts;

import java.util.Map;
import org.urnengang.rules.election.DistrictKind;

/**
 * Eine Zeile mit den Zahlen eines Wahlbezirks as typed.
 *
 * @param line where it stands, from 1
 * @param district AGS and number, such as {@code 05758004-10}
 * @param kind how its votes are cast
 * @param cells number by letter; a blank cell is absent
 */
public record CountRow(long line, String district, DistrictKind kind, Map<String, String> cells) {
  private static final int AGS = 8;

  public CountRow {
    cells = Map.copyOf(cells);
  }

  /** The AGS of its municipality. */
  public String municipality() {
    return district.substring(0, AGS);
  }
}
