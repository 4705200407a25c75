package org.urnengang.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
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
import org.urnengang.rules.election.Vote;

/**
 * A night of a whole country with two votes: every eighth district counts postal ballots. The same
 * seed gives the same night.
 */
public final class LargeNight {
  private static final OffsetDateTime CLOSE = OffsetDateTime.parse("2017-09-24T18:00:00+02:00");
  private static final int LISTS = 17;

  private final Random random;
  private final List<Area> areas = new ArrayList<>();
  private final List<Area> districts = new ArrayList<>();

  public LargeNight(int districtCount, long seed) {
    this.random = new Random(seed);
    top("bund", AreaLevel.COUNTRY);
    for (int i = 0; i < 16; i++) {
      top("land-" + i, AreaLevel.LAND, "bund");
    }
    for (int i = 0; i < 299; i++) {
      top("wk-" + i, AreaLevel.CONSTITUENCY, "land-" + i % 16);
    }
    for (int i = 0; i < 400; i++) {
      top("kreis-" + i, AreaLevel.COUNTY, "land-" + i % 16);
    }
    int towns = Math.max(1, districtCount / 8);
    for (int i = 0; i < towns; i++) {
      int land = i % 16;
      int inLand = i / 16;
      top(
          "stadt-" + i,
          AreaLevel.MUNICIPALITY,
          "kreis-" + (inLand % 25 * 16 + land),
          "wk-" + (inLand % 18 * 16 + land));
    }
    for (int i = 0; i < districtCount; i++) {
      district("stadt-" + i % towns, i);
    }
  }

  private void top(String id, AreaLevel level, String... parents) {
    areas.add(new Area(id, level, "Name von " + id, List.of(parents), Optional.empty()));
  }

  private void district(String town, int number) {
    DistrictKind kind = number % 8 == 7 ? DistrictKind.POSTAL : DistrictKind.POLLING;
    Area district =
        new Area(
            town + "-" + number,
            AreaLevel.DISTRICT,
            "Bezirk " + number,
            List.of(town),
            Optional.of(new CountingDistrict(kind, "amt", Optional.empty(), Set.of())));
    areas.add(district);
    districts.add(district);
  }

  public ElectionDay day() {
    List<BallotOption> options =
        IntStream.rangeClosed(1, LISTS)
            .mapToObj(no -> new BallotOption(no, "L" + no, "Liste " + no, "#123456", "#654321"))
            .toList();
    Election election =
        new Election(
            "bundestagswahl",
            "Bundestagswahl",
            "Wahl zum Bundestag",
            ElectionKind.BUNDESTAG,
            "bundestag-2013",
            "bund",
            new PollsClose(CLOSE, "§ 47 Abs. 1 BWO"),
            List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen")),
            options,
            ballots(),
            Optional.empty());
    return new ElectionDay(
        LocalDate.of(2017, 9, 24),
        true,
        "Ergebnisse",
        "ganzes Land",
        "land",
        "erfunden",
        List.of(new Authority("amt", "Amt", Optional.empty())),
        AreaGraph.of(areas),
        List.of(election));
  }

  private static List<Ballot> ballots() {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < 299; i++) {
      ballots.add(new Ballot("first", "wk-" + i, lines(true)));
    }
    for (int i = 0; i < 16; i++) {
      ballots.add(new Ballot("second", "land-" + i, lines(false)));
    }
    return ballots;
  }

  private static List<Ballot.Line> lines(boolean people) {
    return IntStream.rangeClosed(1, LISTS)
        .mapToObj(
            no ->
                new Ballot.Line(
                    no, people ? Optional.of("Erika Mustermann " + no) : Optional.empty()))
        .toList();
  }

  /** The definition and one report of every district. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(Definition.entries(day(), CLOSE.minusDays(1)));
    OffsetDateTime at = CLOSE;
    for (Area district : districts) {
      at = at.plusSeconds(random.nextInt(2));
      entries.add(
          new Entry.DistrictReported(at, "bundestagswahl", district.id(), figures(district)));
    }
    return entries;
  }

  private SortedMap<String, Integer> figures(Area district) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    int first = vote(figures, "D", LISTS);
    int second = vote(figures, "F", LISTS);
    int voters = Math.max(first, second) + random.nextInt(10);
    figures.put("B", voters);
    figures.put("C", voters - first);
    figures.put("E", voters - second);
    if (district.district().orElseThrow().kind() == DistrictKind.POSTAL) {
      figures.put("B1", voters);
    } else {
      figures.put("B1", 0);
      figures.put("A1", voters + random.nextInt(500));
      figures.put("A2", random.nextInt(200));
    }
    return figures;
  }

  private int vote(SortedMap<String, Integer> figures, String letter, int lists) {
    int sum = 0;
    for (int no = 1; no <= lists; no++) {
      int votes = random.nextInt(1 + 400 / no);
      figures.put(letter + no, votes);
      sum += votes;
    }
    figures.put(letter, sum);
    return sum;
  }
}
