package org.urnengang.rehearsal.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.rehearsal.demo.Official.Constituency;
import org.urnengang.rehearsal.demo.Official.Municipality;
import org.urnengang.rehearsal.demo.Official.PartyList;
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

/** What is elected on the demo day, where and by whom it is counted. */
final class Definition {
  static final String BUNDESTAG = "bundestagswahl";

  private static final LocalDate DATE = LocalDate.of(2017, 9, 24);
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2017-09-24T18:00:00+02:00");
  private static final String LAND = "05";
  private static final String OWN = "owl";
  private static final String NEIGHBOUR = "hoexter";
  private static final String NEIGHBOUR_COUNTY = "05762";

  private final Official official;
  private final List<Station> stations;

  private Definition(Official official, List<Station> stations) {
    this.official = official;
    this.stations = stations;
  }

  static ElectionDay day(Official official, List<Station> stations) {
    return new Definition(official, stations).day();
  }

  private ElectionDay day() {
    List<Election> elections = new ArrayList<>();
    elections.add(bundestag());
    official.referendums().forEach(vote -> elections.add(referendum(vote)));
    return new ElectionDay(
            DATE,
            true,
            "Wahlergebnisse Ostwestfalen-Lippe",
            "Kreise Herford, Höxter, Lippe und Minden-Lübbecke",
            OWN,
            "Zwischenstände und Ergebnisse der Wahlbezirke sind erfunden. Endsummen der Wahlkreise:"
                + " © Der Bundeswahlleiter, Wiesbaden 2017. Endsummen der Bürgerentscheide:"
                + " Bekanntmachung der Gemeinde Augustdorf; Bad Oeynhausen nach blog.oeyni.net.",
            List.of(
                new Authority(
                    OWN,
                    "Kommunales Rechenzentrum, Kreise Herford, Lippe und Minden-Lübbecke",
                    Optional.empty()),
                new Authority(NEIGHBOUR, "Kreis Höxter", Optional.empty())),
            AreaGraph.of(areas()),
            elections)
        .against(Surroundings.read(BUNDESTAG));
  }

  private List<Area> areas() {
    List<Area> areas = new ArrayList<>();
    areas.add(area(LAND, AreaLevel.LAND, "Nordrhein-Westfalen"));
    for (Constituency constituency : official.constituencies()) {
      areas.add(area(constituency.id(), AreaLevel.CONSTITUENCY, constituency.name(), LAND));
    }
    areas.add(area("05758", AreaLevel.COUNTY, "Kreis Herford", LAND));
    areas.add(area(NEIGHBOUR_COUNTY, AreaLevel.COUNTY, "Kreis Höxter", LAND));
    areas.add(area("05766", AreaLevel.COUNTY, "Kreis Lippe", LAND));
    areas.add(area("05770", AreaLevel.COUNTY, "Kreis Minden-Lübbecke", LAND));
    for (Municipality town : official.municipalities()) {
      areas.add(
          area(
              town.ags(),
              AreaLevel.MUNICIPALITY,
              town.name(),
              town.county(),
              "wk-" + town.constituency()));
      stations.stream()
          .filter(station -> station.municipality().equals(town))
          .forEach(station -> areas.add(district(station)));
    }
    return areas;
  }

  private static Area area(String id, AreaLevel level, String name, String... parents) {
    return new Area(id, level, name, List.of(parents), Optional.empty());
  }

  /** The postal votes of a referendum are counted in its polling districts. */
  private Area district(Station station) {
    Municipality town = station.municipality();
    boolean referendum =
        official.referendums().stream().anyMatch(vote -> vote.ags().equals(town.ags()));
    return new Area(
        station.id(),
        AreaLevel.DISTRICT,
        station.name(),
        List.of(town.ags()),
        Optional.of(
            new CountingDistrict(
                station.postal() ? DistrictKind.POSTAL : DistrictKind.POLLING,
                town.county().equals(NEIGHBOUR_COUNTY) ? NEIGHBOUR : OWN,
                Optional.empty(),
                station.postal() && referendum ? Set.of(BUNDESTAG) : Set.of())));
  }

  private Election bundestag() {
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < official.constituencies().size(); i++) {
      ballots.add(firstVoteBallot(i));
    }
    ballots.add(
        new Ballot(
            "second",
            LAND,
            official.lists().stream()
                .map(list -> new Ballot.Line(list.no(), Optional.empty()))
                .toList()));
    return new Election(
        BUNDESTAG,
        "Bundestagswahl",
        "Wahl zum 19. Deutschen Bundestag",
        ElectionKind.BUNDESTAG,
        "bundestag-2013",
        LAND,
        new PollsClose(POLLS_CLOSE, "§ 47 Abs. 1 BWO"),
        List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen")),
        official.lists().stream().map(Definition::option).toList(),
        ballots,
        Optional.empty());
  }

  private static BallotOption option(PartyList list) {
    return new BallotOption(
        list.no(), list.shortName(), list.name(), list.color(), list.colorDark());
  }

  /** Only who was elected is named: the other candidates are not part of the demo. */
  private Ballot firstVoteBallot(int position) {
    Constituency constituency = official.constituencies().get(position);
    return new Ballot(
        "first",
        constituency.id(),
        official.lists().stream()
            .filter(list -> list.first().get(position) > 0)
            .map(
                list ->
                    new Ballot.Line(
                        list.no(),
                        list.no() == constituency.winnerNo()
                            ? Optional.of(constituency.winner())
                            : Optional.empty()))
            .toList());
  }

  private static Election referendum(Official.Vote vote) {
    return new Election(
        vote.key(),
        vote.name(),
        vote.title(),
        ElectionKind.REFERENDUM,
        "go-nrw-26",
        vote.ags(),
        new PollsClose(POLLS_CLOSE, "§ 26 Abs. 10 GO NRW, Satzung"),
        List.of(new Vote("vote", "Stimmen")),
        List.of(
            new BallotOption(Question.YES, "JA", "Ja", "", ""),
            new BallotOption(Question.NO, "NEIN", "Nein", "", "")),
        List.of(
            new Ballot(
                "vote",
                vote.ags(),
                List.of(
                    new Ballot.Line(Question.YES, Optional.empty()),
                    new Ballot.Line(Question.NO, Optional.empty())))),
        Optional.of(
            new Question(vote.question(), 20, "§ 26 Abs. 7 GO NRW", Optional.of(vote.entitled()))));
  }
}
