package org.urnengang.rehearsal.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderWriter;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

/**
 * Wahltag zur Probe: writes the demo day of 24 September 2017 as an election folder. Its sums are
 * official, its districts invented; docs/demo-day.md says which is which.
 */
public final class DemoDay {
  private DemoDay() {}

  /** Writes the demo day into the given folder, or into {@code elections/owl-2017}. */
  public static void main(String[] args) {
    write(Path.of(args.length > 0 ? args[0] : "elections/owl-2017"));
  }

  /** Writes the demo day; the same bytes on every machine. */
  public static void write(Path folder) {
    Official official = Official.read();
    List<Station> stations = new ArrayList<>();
    List<Counted> bundestag = new ArrayList<>();
    Counts.stations(official)
        .forEach(
            (constituency, own) -> {
              stations.addAll(own);
              bundestag.addAll(Counts.bundestag(official, constituency, own));
            });
    List<List<Counted>> referendums =
        official.referendums().stream()
            .map(vote -> Counts.referendum(vote, polling(stations, vote.ags())))
            .toList();

    ElectionDay day = Definition.day(official, stations);
    List<Counted> all = new ArrayList<>(bundestag);
    referendums.forEach(all::addAll);
    ElectionFolderWriter.write(new ElectionFolder(day, certificates(all)), folder);
    ElectionFolderWriter.writeRecords(day, Night.of(bundestag, referendums), folder);
  }

  private static List<Station> polling(List<Station> stations, String ags) {
    return stations.stream()
        .filter(station -> !station.postal() && station.municipality().ags().equals(ags))
        .toList();
  }

  /** Closing certificates before the few Wahlscheine that were issued after closing. */
  private static Map<DistrictInElection, ClosingCertificate> certificates(List<Counted> all) {
    Map<DistrictInElection, ClosingCertificate> certificates = new LinkedHashMap<>();
    for (Counted counted : all) {
      Station station = counted.station();
      if (station.postal()) {
        continue;
      }
      Chance chance = Chance.of(station.id() + ' ' + counted.election() + " certificate");
      int afterClosing = Math.max(0, chance.whole(-4, 3));
      int onElectionDay = Math.max(0, chance.whole(-5, 1));
      int corrections = afterClosing + onElectionDay;
      certificates.put(
          new DistrictInElection(counted.election(), station.id()),
          new ClosingCertificate(
              counted.figure("A1") + corrections,
              counted.figure("A2") - corrections,
              afterClosing,
              onElectionDay));
    }
    return certificates;
  }
}
