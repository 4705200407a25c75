package org.urnengang.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.SigningKey;
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
 * A Wahlkreis counted by two authorities and a referendum in one of its towns, with sound figures
 * for every district.
 */
public final class SmallNight {
  public static final String FEDERAL = "bundestagswahl";
  public static final String LOCAL = "buergerentscheid";
  public static final OffsetDateTime CLOSE = OffsetDateTime.parse("2017-09-24T18:00:00+02:00");

  /** The neighbour's key; its ledger counts the districts of „nachbar“. */
  public static final SigningKey NEIGHBOUR = SigningKey.generate("sued/2017-09-24-probe");

  private static final Map<String, String> FIGURES =
      Map.of(
          "stadt-1",
          "A1=900 A2=100 B=500 B1=20 C=10 D=490 D1=290 D2=200 E=5 F=495 F1=300 F2=100 F3=95",
          "stadt-2",
          "A1=800 A2=200 B=300 B1=0 C=0 D=300 D1=100 D2=200 E=0 F=300 F1=100 F2=100 F3=100",
          "stadt-b",
          "B=280 B1=280 C=2 D=278 D1=140 D2=138 E=1 F=279 F1=140 F2=139 F3=0",
          "stadt-k",
          "B=30 B1=30 C=1 D=29 D1=20 D2=9 E=0 F=30 F1=10 F2=10 F3=10",
          "nachbar-1",
          "A1=90 A2=10 B=50 B1=2 C=1 D=49 D1=29 D2=20 E=0 F=50 F1=30 F2=10 F3=10",
          "nachbar-b",
          "B=8 B1=8 C=0 D=8 D1=4 D2=4 E=0 F=8 F1=4 F2=4 F3=0");

  private static final Map<String, String> LOCAL_FIGURES =
      Map.of(
          "stadt-1", "A1=950 A2=100 B=400 B1=10 C=10 D=390 D1=290 D2=100",
          "stadt-2", "A1=850 A2=200 B=200 B1=0 C=0 D=200 D1=100 D2=100",
          "stadt-b", "B=280 B1=280 C=2 D=278 D1=140 D2=138",
          "stadt-k", "B=30 B1=30 C=1 D=29 D1=20 D2=9");

  private SmallNight() {}

  /** A time so many minutes after the polls have closed. */
  public static OffsetDateTime at(int minutes) {
    return CLOSE.plusMinutes(minutes);
  }

  private static Area area(String id, AreaLevel level, String... parents) {
    return new Area(id, level, "Name von " + id, List.of(parents), Optional.empty());
  }

  private static Area district(String id, DistrictKind kind, String authority, String town) {
    CountingDistrict district = new CountingDistrict(kind, authority, Optional.empty(), Set.of());
    return new Area(id, AreaLevel.DISTRICT, "Bezirk " + id, List.of(town), Optional.of(district));
  }

  private static List<Area> areas() {
    return List.of(
        area("05", AreaLevel.LAND),
        area("wk-136", AreaLevel.CONSTITUENCY, "05"),
        area("05766", AreaLevel.COUNTY, "05"),
        area("05762", AreaLevel.COUNTY, "05"),
        area("stadt", AreaLevel.MUNICIPALITY, "05766", "wk-136"),
        area("nachbar", AreaLevel.MUNICIPALITY, "05762", "wk-136"),
        area("leer", AreaLevel.MUNICIPALITY, "05766"),
        district("stadt-1", DistrictKind.POLLING, "nord", "stadt"),
        district("stadt-2", DistrictKind.POLLING, "nord", "stadt"),
        district("stadt-b", DistrictKind.POSTAL, "nord", "stadt"),
        district("stadt-k", DistrictKind.SPECIAL, "nord", "stadt"),
        district("nachbar-1", DistrictKind.POLLING, "sued", "nachbar"),
        district("nachbar-b", DistrictKind.POSTAL, "sued", "nachbar"));
  }

  private static List<BallotOption> options(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(no -> new BallotOption(no, "L" + no, "Liste „" + no + "“", "#123456", ""))
        .toList();
  }

  private static Ballot ballot(String vote, String scope, int lines) {
    return new Ballot(
        vote,
        scope,
        IntStream.rangeClosed(1, lines)
            .mapToObj(no -> new Ballot.Line(no, Optional.of("Bewerberin " + no)))
            .toList());
  }

  private static Election federal() {
    return new Election(
        FEDERAL,
        "Bundestagswahl",
        "Wahl zum 19. Deutschen Bundestag",
        ElectionKind.BUNDESTAG,
        "bundestag-2013",
        "05",
        new PollsClose(CLOSE, "§ 47 Abs. 1 BWO"),
        List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen")),
        options(3),
        List.of(ballot("first", "wk-136", 2), ballot("second", "05", 3)),
        Optional.empty());
  }

  private static Election local(Optional<Integer> entitled) {
    return new Election(
        LOCAL,
        "Bürgerentscheid",
        "Bürgerentscheid über das Freibad",
        ElectionKind.REFERENDUM,
        "go-nrw-26",
        "stadt",
        new PollsClose(CLOSE, "Satzung"),
        List.of(new Vote("vote", "Stimmen")),
        options(2),
        List.of(ballot("vote", "stadt", 2)),
        Optional.of(new Question("Soll das Freibad bleiben?", 20, "§ 26 Abs. 7 GO NRW", entitled)));
  }

  public static ElectionDay day() {
    return day(Optional.empty());
  }

  /** The day with a number of entitled that was announced beforehand. */
  public static ElectionDay day(Optional<Integer> entitled) {
    return day(areas(), federal(), local(entitled));
  }

  public static ElectionDay day(List<Area> areas, Election... elections) {
    return new ElectionDay(
        LocalDate.of(2017, 9, 24),
        true,
        "Ergebnisse",
        "Musterland",
        "nord",
        "erfunden",
        List.of(
            new Authority("nord", "Rechenzentrum Nord", Optional.empty()),
            new Authority(
                "sued", "Kreis Süd", Optional.of(NEIGHBOUR.verificationKey().toString()))),
        AreaGraph.of(areas),
        List.of(elections));
  }

  public static List<Entry> opening() {
    return Definition.entries(day(), CLOSE.minusDays(1));
  }

  public static ResultState opened() {
    return fold(opening());
  }

  public static ResultState fold(List<Entry> entries) {
    ResultState state = new ResultState();
    entries.forEach(state::apply);
    return state;
  }

  public static ElectionState election(ResultState state, String key) {
    return state.election(key).orElseThrow();
  }

  /** Numbers written as {@code A1=900 A2=100}. */
  public static SortedMap<String, Integer> figures(String text) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    for (String word : text.split(" ", -1)) {
      String[] sides = word.split("=", 2);
      if (sides.length == 2) {
        figures.put(sides[0], Integer.valueOf(sides[1]));
      }
    }
    return figures;
  }

  /** The sound figures of a district. */
  public static SortedMap<String, Integer> soundFigures(String election, String district) {
    Map<String, String> all = election.equals(FEDERAL) ? FIGURES : LOCAL_FIGURES;
    return figures(Optional.ofNullable(all.get(district)).orElseThrow());
  }

  public static DistrictReported reported(int minutes, String election, String district) {
    return new DistrictReported(at(minutes), election, district, soundFigures(election, district));
  }

  public static DistrictReported reported(int minutes, String district) {
    return reported(minutes, FEDERAL, district);
  }

  public static Corrected corrected(int minutes, String district, String before, String after) {
    return new Corrected(
        at(minutes), FEDERAL, district, figures(before), figures(after), "Zahlendreher");
  }

  public static Withdrawn withdrawn(int minutes, String district) {
    return new Withdrawn(at(minutes), FEDERAL, district, "falscher Bezirk");
  }

  /** A whole night: every district of both elections, with a correction and a withdrawal. */
  public static List<Entry> wholeNight() {
    List<Entry> entries = new ArrayList<>(opening());
    entries.add(reported(7, "stadt-1"));
    entries.add(reported(9, "nachbar-1"));
    entries.add(reported(12, "stadt-2"));
    entries.add(corrected(15, "stadt-1", "D1=290 D2=200", "D1=200 D2=290"));
    entries.add(reported(20, "stadt-k"));
    entries.add(withdrawn(22, "stadt-2"));
    entries.add(reported(25, "stadt-2"));
    entries.add(reported(90, "stadt-b"));
    entries.add(reported(95, "nachbar-b"));
    for (String district : List.of("stadt-1", "stadt-2", "stadt-k", "stadt-b")) {
      entries.add(reported(120, LOCAL, district));
    }
    entries.add(
        new Entry.Declared(at(200), FEDERAL, Entry.Status.PRELIMINARY, "Kreiswahlleiterin"));
    return entries;
  }
}
