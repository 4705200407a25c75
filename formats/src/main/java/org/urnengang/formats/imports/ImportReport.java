package org.urnengang.formats.imports;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Importprotokoll: what an import read, refused and added up.
 *
 * @param rowsRead rows of figures, header and blank lines aside
 * @param rowsRepeated rows that came again with the same content and count once
 * @param rowsRefused how many rows were refused
 * @param refused the first of them, at most {@value ImportLog#MOST_LISTED}
 * @param notes what was read in a way worth knowing
 * @param districts counting districts of the folder
 * @param sums sums of each election over all its records
 * @param files names of the files written; none if the import was refused
 */
public record ImportReport(
    long rowsRead,
    long rowsRepeated,
    long rowsRefused,
    List<RefusedRow> refused,
    List<String> notes,
    long districts,
    List<Sums> sums,
    List<String> files) {
  public ImportReport {
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
    sums = List.copyOf(sums);
    files = List.copyOf(files);
  }

  /**
   * The sums of one election.
   *
   * @param election key of the election
   * @param name its short name
   * @param records districts that reported
   * @param byLetter sum by letter, A = A1 + A2 + A3 first
   * @param labels short name of the option by its letter
   */
  public record Sums(
      String election,
      String name,
      long records,
      SequencedMap<String, Long> byLetter,
      Map<String, String> labels) {

    /** The sum of a letter, 0 if nobody reported it. */
    public long of(String letter) {
      return byLetter.getOrDefault(letter, 0L);
    }

    /** The sum of the option with this short name in the last vote of the ballot. */
    public long ofOption(String shortName) {
      return byLetter.sequencedKeySet().reversed().stream()
          .filter(letter -> shortName.equals(labels.get(letter)))
          .findFirst()
          .map(this::of)
          .orElse(0L);
    }
  }

  /** The sums of the election with this key. */
  public Sums sumsOf(String election) {
    return sums.stream()
        .filter(one -> one.election().equals(election))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sums of " + election));
  }
}
