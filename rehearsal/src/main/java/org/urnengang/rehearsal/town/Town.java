package org.urnengang.rehearsal.town;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.urnengang.rehearsal.town.Invented.Constituency;
import org.urnengang.rehearsal.town.Invented.Party;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.SeatTerms;
import org.urnengang.rules.election.Vote;

/** What is elected in Ahlenrode, where, and who stands. */
final class Town {
  static final String AGS = "05999001";
  static final String COUNCIL = "rat";
  static final String MAYOR = "buergermeister";
  static final String RUN_OFF = "buergermeister-stichwahl";

  private static final String NAME = "Ahlenrode";
  private static final String AUTHORITY = "ahlenrode";
  private static final long INHABITANTS = 41_270;

  /** Parties without a candidate here: the single candidate stands in one Wahlbezirk. */
  private static final int SINGLE_IN = 7;

  private final Invented invented;

  Town(Invented invented) {
    this.invented = invented;
  }

  static boolean stands(Party party, Constituency constituency) {
    return party.hasList() || constituency.no() == SINGLE_IN;
  }

  /** Council and mayor. */
  ElectionDay main(LocalDate date, List<Place> places) {
    return day(
        date, places, List.of(mayor(MAYOR, "kwahlg-nrw-46c", Party::mayor, date), council(date)));
  }

  /** The run-off two weeks later. */
  ElectionDay runOff(LocalDate date, List<Place> places) {
    return day(date, places, List.of(mayor(RUN_OFF, "kwahlg-nrw-46c-abs-3", Party::runOff, date)));
  }

  private ElectionDay day(LocalDate date, List<Place> places, List<Election> elections) {
    ElectionDay day =
        new ElectionDay(
            date,
            true,
            "Wahlergebnisse Stadt " + NAME,
            "Erfundene Stadt in Nordrhein-Westfalen, " + INHABITANTS + " Einwohner",
            AUTHORITY,
            "Stadt, Personen und alle Zahlen sind erfunden.",
            List.of(new Authority(AUTHORITY, "Stadt " + NAME + ", Wahlamt", Optional.empty())),
            AreaGraph.of(areas(places)),
            elections);
    return day.against(Background.NONE.with(invented.streets(), invented.rooms()));
  }

  private List<Area> areas(List<Place> places) {
    List<Area> areas = new ArrayList<>();
    areas.add(new Area(AGS, AreaLevel.MUNICIPALITY, NAME, List.of(), Optional.empty()));
    for (Constituency constituency : invented.constituencies()) {
      areas.add(
          new Area(
              constituency.id(),
              AreaLevel.CONSTITUENCY,
              constituency.title(),
              List.of(AGS),
              Optional.empty()));
    }
    for (Place place : places) {
      areas.add(
          new Area(
              place.id(),
              AreaLevel.DISTRICT,
              place.name(),
              List.of(place.constituency().id()),
              Optional.of(
                  new CountingDistrict(
                      place.postal() ? DistrictKind.POSTAL : DistrictKind.POLLING,
                      AUTHORITY,
                      Optional.empty(),
                      Set.of()))));
    }
    return areas;
  }

  private static PollsClose close(LocalDate date) {
    return new PollsClose(OffsetDateTime.parse(date + "T18:00:00+02:00"), "§ 24 Abs. 1 KWahlG NRW");
  }

  private Election council(LocalDate date) {
    List<Ballot> ballots = new ArrayList<>();
    for (Constituency constituency : invented.constituencies()) {
      ballots.add(
          new Ballot(
              "vote",
              constituency.id(),
              invented.parties().stream()
                  .filter(party -> stands(party, constituency))
                  .map(
                      party ->
                          new Ballot.Line(party.no(), Optional.of(direct(party, constituency))))
                  .toList()));
    }
    return new Election(
        COUNCIL,
        "Ratswahl",
        "Wahl des Rates der Stadt " + NAME,
        ElectionKind.COUNCIL,
        "rat-nrw",
        AGS,
        close(date),
        List.of(new Vote("vote", "Stimmen")),
        invented.parties().stream().map(party -> option(party.no(), party)).toList(),
        ballots,
        Optional.empty(),
        terms());
  }

  private SeatTerms terms() {
    SortedMap<String, Long> inhabitants = new TreeMap<>();
    inhabitants.put(AGS, INHABITANTS);
    return new SeatTerms(
        inhabitants,
        0,
        invented.parties().stream()
            .filter(Party::hasList)
            .map(
                party ->
                    new CandidateList(
                        AGS, party.no(), invented.persons().lists().get(party.no() - 1)))
            .toList());
  }

  private String direct(Party party, Constituency constituency) {
    return invented.persons().direct().get(party.no() - 1).get(constituency.no() - 1);
  }

  private static BallotOption option(int no, Party party) {
    return new BallotOption(no, party.shortName(), party.name(), party.color(), party.colorDark());
  }

  /** Numbers run without gaps among those who have a candidate; the head of the list stands. */
  private Election mayor(String key, String law, ToIntFunction<Party> share, LocalDate date) {
    List<Party> standing =
        invented.parties().stream().filter(party -> share.applyAsInt(party) > 0).toList();
    List<BallotOption> options = new ArrayList<>();
    List<Ballot.Line> lines = new ArrayList<>();
    for (int i = 0; i < standing.size(); i++) {
      Party party = standing.get(i);
      options.add(option(i + 1, party));
      lines.add(
          new Ballot.Line(
              i + 1, Optional.of(invented.persons().lists().get(party.no() - 1).getFirst())));
    }
    boolean runOff = key.equals(RUN_OFF);
    return new Election(
        key,
        runOff ? "Stichwahl" : "Bürgermeisterwahl",
        (runOff ? "Stichwahl um das Amt" : "Wahl")
            + (runOff
                ? " der Bürgermeisterin oder des Bürgermeisters"
                : " der Bürgermeisterin oder des Bürgermeisters der Stadt " + NAME),
        ElectionKind.MAYOR,
        law,
        AGS,
        close(date),
        List.of(new Vote("vote", "Stimmen")),
        options,
        List.of(new Ballot("vote", AGS, lines)),
        Optional.empty());
  }
}
