package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.record.ClosingCertificate;
import org.urnengang.rules.record.Forms;
import org.urnengang.rules.record.Letters;

/**
 * Wahlordner: an election day as files, see docs/election-folder.md.
 *
 * @param day the day with its areas, elections and ballots
 * @param certificates the closing certificates, in the order of their file; none if it is absent
 */
public record ElectionFolder(
    ElectionDay day, Map<DistrictInElection, ClosingCertificate> certificates) {

  /**
   * Reads a folder.
   *
   * @throws ElectionFolderException if it is cut off, contradicts itself or names something unknown
   */
  public static ElectionFolder read(Path folder) {
    DayFile file = DayFile.read(folder);
    AreasFile.Placed areas = AreasFile.read(folder, file);
    file.drafts().forEach(draft -> draft.scope(areas.graph()));
    List<Election> elections = BallotFile.read(folder, file, areas.graph());
    Background background =
        Background.of(
                OutlinesFile.read(folder, areas.graph()),
                PreviousFile.read(folder, file, areas.graph(), elections))
            .with(StreetsFile.read(folder, areas.graph()), RoomsFile.read(folder, areas.graph()));
    ElectionDay day = file.day(areas, elections).against(background);
    areas.rows().forEach((id, row) -> requireElections(day, day.areas().indexOf(id), row));
    requireForms(day, areas);
    return new ElectionFolder(day, CertificatesFile.read(folder, day));
  }

  /**
   * The reports of a recorded night in the order they came, checked while they are read. The stream
   * holds the file open: close it.
   *
   * @throws ElectionFolderException here or while reading, as {@link #read} does
   */
  public static Stream<RecordedReport> records(Path folder) {
    return records(folder, read(folder).day());
  }

  /** The same for a day that is read already. */
  public static Stream<RecordedReport> records(Path folder, ElectionDay day) {
    return RecordsFile.read(folder, day);
  }

  /** A district lies in each election that it names. */
  private static void requireElections(ElectionDay day, int area, CsvRow row) {
    Set<String> named =
        day.areas().area(area).district().map(CountingDistrict::elections).orElse(Set.of());
    for (Election election : day.elections()) {
      if (named.contains(election.key()) && !day.isCounted(election, area)) {
        throw row.refused(
            "elections", "Der Bezirk liegt nicht im Gebiet der Wahl " + election.key() + ".");
      }
    }
  }

  /** A district has exactly one nearest ballot of each vote. */
  private static void requireForms(ElectionDay day, AreasFile.Placed areas) {
    for (Election election : day.elections()) {
      try {
        Forms.of(day, election, Letters.of(election));
      } catch (InvalidElection e) {
        throw areas
            .refusal(e)
            .orElseGet(() -> ElectionFolderException.of(BallotFile.NAME, e.getMessage() + "."));
      }
    }
  }
}
