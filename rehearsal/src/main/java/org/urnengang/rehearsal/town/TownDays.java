package org.urnengang.rehearsal.town;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderWriter;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rehearsal.demo.Chance;
import org.urnengang.rehearsal.town.Invented.Party;
import org.urnengang.rules.election.ElectionDay;

/**
 * Wahltage einer erfundenen Stadt zur Probe: writes council and mayor of Ahlenrode, and the run-off
 * two weeks later, as election folders. docs/demo-day.md says how they are invented.
 */
public final class TownDays {
  private static final LocalDate DAY = LocalDate.of(2025, 9, 14);
  private static final LocalDate RUN_OFF = DAY.plusWeeks(2);

  private TownDays() {}

  /** Writes both days into {@code elections}, or below the given folder. */
  public static void main(String[] args) {
    Path elections = Path.of(args.length > 0 ? args[0] : "elections");
    write(elections.resolve("ahlenrode-2025"), elections.resolve("ahlenrode-2025-stichwahl"));
  }

  /** Writes both days; the same bytes on every machine. */
  public static void write(Path main, Path runOff) {
    Invented invented = Invented.read();
    Town town = new Town(invented);

    List<Place> places = Place.all(invented, "main", 47);
    List<RecordedReport> reports = new ArrayList<>();
    Votes mayor = new Votes("mayor", Party::mayor, (party, place) -> true);
    reports.addAll(reports(Town.MAYOR, mayor, invented, places, "18:14:20", "19:58:40"));
    Votes council =
        new Votes(
            "council", Party::council, (party, place) -> Town.stands(party, place.constituency()));
    reports.addAll(
        Mistakes.corrected(
            reports(Town.COUNCIL, council, invented, places, "18:52:10", "21:41:30")));
    write(town.main(DAY, places), reports, main);

    List<Place> again = Place.all(invented, "main", 39);
    Votes second = new Votes("run-off", Party::runOff, (party, place) -> true);
    write(
        town.runOff(RUN_OFF, again),
        reports(Town.RUN_OFF, second, invented, again, "18:11:30", "19:27:50"),
        runOff);
  }

  private static void write(ElectionDay day, List<RecordedReport> reports, Path folder) {
    reports.sort(
        Comparator.comparing(RecordedReport::at)
            .thenComparing(RecordedReport::election)
            .thenComparing(RecordedReport::district));
    ElectionFolderWriter.write(new ElectionFolder(day, Map.of()), folder);
    ElectionFolderWriter.writeRecords(day, reports, folder);
  }

  /** Small polling districts report first, postal boards in the second half. */
  private static List<RecordedReport> reports(
      String election, Votes votes, Invented invented, List<Place> places, String from, String to) {
    LocalDate date = election.equals(Town.RUN_OFF) ? RUN_OFF : DAY;
    OffsetDateTime first = OffsetDateTime.parse(date + "T" + from + "+02:00");
    OffsetDateTime last = OffsetDateTime.parse(date + "T" + to + "+02:00");
    long seconds = java.time.Duration.between(first, last).toSeconds();
    double[] after = new double[places.size()];
    for (int i = 0; i < after.length; i++) {
      Place place = places.get(i);
      Chance chance = Chance.of(election + ' ' + place.id() + " time");
      after[i] = place.voters() / 900.0 + (place.postal() ? 0.55 : 0) + chance.between(0, 0.4);
    }
    double least = java.util.Arrays.stream(after).min().orElse(0);
    double most = java.util.Arrays.stream(after).max().orElse(1);
    List<Map<String, Integer>> figures = votes.count(invented.parties(), places);
    List<RecordedReport> reports = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      long late = (long) (seconds * (after[i] - least) / (most - least));
      reports.add(
          new RecordedReport(
              election,
              places.get(i).id(),
              first.plusSeconds(late),
              Optional.empty(),
              text(figures.get(i))));
    }
    return reports;
  }

  private static Map<String, String> text(Map<String, Integer> figures) {
    Map<String, String> text = new LinkedHashMap<>();
    figures.forEach((letter, number) -> text.put(letter, number.toString()));
    return text;
  }
}
