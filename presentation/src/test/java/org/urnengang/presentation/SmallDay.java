package org.urnengang.presentation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.Vote;

/**
 * A small election day: two constituencies with one municipality each, in each municipality two
 * polling stations and a postal district; three parties; a referendum in the first municipality.
 */
public final class SmallDay {
  public static final String KEY = "2030-05-05-probe";
  public static final String ORIGIN = "test/" + KEY;
  public static final List<String> ADORF = List.of("adorf-1", "adorf-2", "adorf-b");
  public static final List<String> BSTADT = List.of("bstadt-1", "bstadt-2", "bstadt-b");
  private static final OffsetDateTime OPENED = OffsetDateTime.parse("2030-05-05T12:00:00+02:00");
  private static final OffsetDateTime CLOSED = OffsetDateTime.parse("2030-05-05T18:00:00+02:00");

  private SmallDay() {}

  public static ElectionDay day() {
    return day("Adorf", "ROT");
  }

  /** The same day with other names. */
  public static ElectionDay day(String municipality, String party) {
    return day(municipality, party, true);
  }

  /** The same day, not as a rehearsal. */
  public static ElectionDay realDay() {
    return day("Adorf", "ROT", false);
  }

  private static ElectionDay day(String municipality, String party, boolean rehearsal) {
    List<Area> areas = new ArrayList<>();
    areas.add(area("land", AreaLevel.LAND, "Land"));
    areas.add(area("wk-1", AreaLevel.CONSTITUENCY, "Erster Kreis", "land"));
    areas.add(area("wk-2", AreaLevel.CONSTITUENCY, "Zweiter Kreis", "land"));
    areas.add(area("adorf", AreaLevel.MUNICIPALITY, municipality, "wk-1"));
    areas.add(area("bstadt", AreaLevel.MUNICIPALITY, "Bstadt", "wk-2"));
    ADORF.forEach(id -> areas.add(district(id, "adorf")));
    BSTADT.forEach(id -> areas.add(district(id, "bstadt")));
    return new ElectionDay(
        LocalDate.of(2030, 5, 5),
        rehearsal,
        "Ergebnisse im Land",
        "Ein Land zum Üben",
        "test",
        "erfunden",
        List.of(new Authority("amt", "Wahlamt", Optional.empty())),
        AreaGraph.of(areas),
        List.of(bundestag(party), referendum()));
  }

  private static Area area(String id, AreaLevel level, String name, String... parents) {
    return new Area(id, level, name, List.of(parents), Optional.empty());
  }

  private static Area district(String id, String municipality) {
    boolean postal = id.endsWith("-b");
    CountingDistrict counting =
        new CountingDistrict(
            postal ? DistrictKind.POSTAL : DistrictKind.POLLING, "amt", Optional.empty(), Set.of());
    String name = postal ? "Brief 1" : "Bezirk " + id.substring(id.indexOf('-') + 1);
    return new Area(id, AreaLevel.DISTRICT, name, List.of(municipality), Optional.of(counting));
  }

  private static Election bundestag(String party) {
    List<BallotOption> options =
        List.of(
            new BallotOption(1, party, "Rote Partei", "#E3000F", "#FF4D5A"),
            new BallotOption(2, "GELB", "Gelbe Partei", "#FFED00", "#FFE14D"),
            new BallotOption(3, "OHNE", "Partei ohne Farbe", "", ""));
    return new Election(
        "bundestagswahl",
        "Bundestagswahl",
        "Wahl zum Bundestag",
        ElectionKind.BUNDESTAG,
        "bundestag-2013",
        "land",
        new PollsClose(CLOSED, "§ 47 Abs. 1 BWO"),
        List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen")),
        options,
        List.of(
            new Ballot("first", "wk-1", List.of(line(1, "Ada Ahorn"), line(2, "Bo Birke"))),
            new Ballot("first", "wk-2", List.of(line(1, "Cem Clausen"), line(2, "Dea Dorn"))),
            new Ballot("second", "land", List.of(line(1, ""), line(2, ""), line(3, "")))),
        Optional.empty());
  }

  private static Ballot.Line line(int no, String nominee) {
    return new Ballot.Line(no, nominee.isEmpty() ? Optional.empty() : Optional.of(nominee));
  }

  private static Election referendum() {
    return new Election(
        "freibad",
        "Bürgerentscheid",
        "Bürgerentscheid über das Freibad",
        ElectionKind.REFERENDUM,
        "go-nrw-26",
        "adorf",
        new PollsClose(CLOSED, "Satzung"),
        List.of(new Vote("vote", "Stimmen")),
        List.of(
            new BallotOption(1, "JA", "Ja", "", ""), new BallotOption(2, "NEIN", "Nein", "", "")),
        List.of(new Ballot("vote", "adorf", List.of(line(1, ""), line(2, "")))),
        Optional.of(
            new Question("Soll das Freibad bleiben?", 20, "§ 26 Abs. 7", Optional.of(3000))));
  }

  /** The same day with a district that reports sums of which not every letter is known. */
  public static ElectionDay dayWithSums(String district) {
    ElectionDay day = day();
    CountingDistrict sums =
        new CountingDistrict(DistrictKind.SPECIAL, "amt", Optional.empty(), Set.of());
    List<Area> areas =
        day.areas().areas().stream()
            .map(
                area ->
                    area.id().equals(district)
                        ? new Area(
                            district, area.level(), area.name(), area.parents(), Optional.of(sums))
                        : area)
            .toList();
    return new ElectionDay(
        day.date(),
        day.rehearsal(),
        day.title(),
        day.subtitle(),
        day.ledger(),
        day.source(),
        day.authorities(),
        AreaGraph.of(areas),
        day.elections());
  }

  /** A report without the letter B1. */
  public static Entry withoutPostalVoters(Entry report) {
    DistrictReported full = (DistrictReported) report;
    SortedMap<String, Integer> figures = new TreeMap<>(full.figures());
    figures.remove("B1");
    return new DistrictReported(full.at(), full.election(), full.district(), figures);
  }

  /** The entries that open the day. */
  public static List<Entry> opening() {
    return Definition.entries(day(), OPENED);
  }

  public static List<Entry> opening(ElectionDay day) {
    return Definition.entries(day, OPENED);
  }

  /** A log with the day opened. */
  public static TestLog log() {
    return new TestLog(ORIGIN).append(opening());
  }

  private static OffsetDateTime at(int minute) {
    return CLOSED.plusMinutes(minute);
  }

  /** A report: votes for the first and the second party, the same on both ballots. */
  public static Entry report(int minute, String district, int first, int second) {
    int valid = first + second;
    SortedMap<String, Integer> figures =
        new TreeMap<>(
            Map.of(
                "B", valid + 2, "C", 2, "D", valid, "D1", first, "D2", second, "E", 2, "F", valid));
    figures.putAll(Map.of("F1", first, "F2", second, "F3", 0));
    putVoters(figures, district, valid + 2);
    return new DistrictReported(at(minute), "bundestagswahl", district, figures);
  }

  /** A report of the referendum. */
  public static Entry answer(int minute, String district, int yes, int no) {
    SortedMap<String, Integer> figures =
        new TreeMap<>(Map.of("B", yes + no + 1, "C", 1, "D", yes + no, "D1", yes, "D2", no));
    putVoters(figures, district, yes + no + 1);
    return new DistrictReported(at(minute), "freibad", district, figures);
  }

  private static void putVoters(SortedMap<String, Integer> figures, String district, int voters) {
    boolean postal = district.endsWith("-b");
    figures.put("B1", postal ? voters : 0);
    if (!postal) {
      figures.put("A1", 1_000);
      figures.put("A2", 200);
    }
  }

  /** A correction that moves votes of both ballots from the first party to the second. */
  public static Entry correction(
      int minute, String district, int first, int second, int moved, String reason) {
    return new Corrected(
        at(minute),
        "bundestagswahl",
        district,
        new TreeMap<>(Map.of("D1", first, "D2", second)),
        new TreeMap<>(Map.of("D1", first - moved, "D2", second + moved)),
        reason);
  }

  /** Reports of every district of both elections. */
  public static List<Entry> night() {
    List<Entry> night = new ArrayList<>();
    int minute = 10;
    for (String district : ADORF) {
      night.add(report(minute++, district, 300, 200));
    }
    for (String district : BSTADT) {
      night.add(report(minute++, district, 150, 250));
    }
    for (String district : ADORF) {
      night.add(answer(minute++, district, 260, 120));
    }
    return night;
  }
}
