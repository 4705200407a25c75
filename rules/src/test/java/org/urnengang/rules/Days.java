package org.urnengang.rules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

/** Small election days, built from words. */
public final class Days {
  public static final OffsetDateTime CLOSE = OffsetDateTime.parse("2017-09-24T18:00:00+02:00");
  public static final String AUTHORITY = "nord";

  private static final Vote FIRST = new Vote("first", "Erststimmen");
  private static final Vote SECOND = new Vote("second", "Zweitstimmen");
  private static final Vote ONLY = new Vote("vote", "Stimmen");

  private Days() {}

  public static Area area(String id, AreaLevel level, String... parents) {
    return new Area(id, level, "Name von " + id, List.of(parents), Optional.empty());
  }

  public static Area polling(String id, String... parents) {
    return district(id, DistrictKind.POLLING, parents);
  }

  public static Area district(String id, DistrictKind kind, String... parents) {
    CountingDistrict district = new CountingDistrict(kind, AUTHORITY, Optional.empty(), Set.of());
    return new Area(
        id, AreaLevel.DISTRICT, "Bezirk " + id, List.of(parents), Optional.of(district));
  }

  /** The same district, counted by another one (§ 68 Abs. 2 BWO). */
  public static Area mergedInto(String receiver, Area district) {
    return new Area(
        district.id(),
        district.level(),
        district.name(),
        district.parents(),
        district.district().map(d -> d.mergedInto(receiver)));
  }

  /** The same district, only for these elections. */
  public static Area only(String election, Area district) {
    return new Area(
        district.id(),
        district.level(),
        district.name(),
        district.parents(),
        district
            .district()
            .map(
                d ->
                    new CountingDistrict(
                        d.kind(), d.authority(), d.mergedInto(), Set.of(election))));
  }

  public static Ballot ballot(String vote, String scope, int... numbers) {
    return new Ballot(
        vote,
        scope,
        IntStream.of(numbers).mapToObj(no -> new Ballot.Line(no, Optional.empty())).toList());
  }

  /** A Bundestag election with two votes and three lists. */
  public static Election bundestag(String scope, Ballot... ballots) {
    return election(
        "bundestagswahl", ElectionKind.BUNDESTAG, scope, List.of(FIRST, SECOND), 3, ballots);
  }

  /** An election of a council with one vote and three lists. */
  public static Election council(String scope, Ballot... ballots) {
    return election("rat", ElectionKind.COUNCIL, scope, List.of(ONLY), 3, ballots);
  }

  /** An election of a kind without question. */
  public static Election election(
      String key,
      ElectionKind kind,
      String scope,
      List<Vote> votes,
      int options,
      Ballot... ballots) {
    return new Election(
        key,
        "Name von " + key,
        "Titel von " + key,
        kind,
        "gesetz",
        scope,
        new PollsClose(CLOSE, "§ 47 Abs. 1 BWO"),
        votes,
        options(options),
        List.of(ballots),
        Optional.empty());
  }

  public static List<BallotOption> options(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(no -> new BallotOption(no, "L" + no, "Liste " + no, "", ""))
        .toList();
  }

  public static Election referendum(String key, String scope) {
    return new Election(
        key,
        "Bürgerentscheid",
        "Bürgerentscheid über das Freibad",
        ElectionKind.REFERENDUM,
        "go-nrw-26",
        scope,
        new PollsClose(CLOSE, "Satzung"),
        List.of(ONLY),
        options(2),
        List.of(ballot("vote", scope, 1, 2)),
        Optional.of(question(20)));
  }

  public static Question question(int percent) {
    return new Question(
        "Soll das Freibad bleiben?", percent, "§ 26 Abs. 7 GO NRW", Optional.empty());
  }

  public static ElectionDay day(List<Area> areas, Election... elections) {
    return new ElectionDay(
        LocalDate.of(2017, 9, 24),
        true,
        "Ergebnisse",
        "Musterland",
        "muster",
        "erfunden",
        List.of(new Authority(AUTHORITY, "Rechenzentrum Nord", Optional.empty())),
        AreaGraph.of(areas),
        Arrays.asList(elections));
  }

  /**
   * A Land with two Wahlkreise, a town with a polling station, a postal and a special district, and
   * a neighbour, electing the Bundestag, a council and deciding a referendum.
   */
  public static ElectionDay town() {
    return day(
        List.of(
            area("05", AreaLevel.LAND),
            area("wk-1", AreaLevel.CONSTITUENCY, "05"),
            area("wk-2", AreaLevel.CONSTITUENCY, "05"),
            area("05999", AreaLevel.COUNTY, "05"),
            area("stadt", AreaLevel.MUNICIPALITY, "05999", "wk-1"),
            area("nachbar", AreaLevel.MUNICIPALITY, "05999", "wk-2"),
            polling("stadt-urne", "stadt"),
            district("stadt-brief", DistrictKind.POSTAL, "stadt"),
            district("stadt-klinik", DistrictKind.SPECIAL, "stadt"),
            polling("nachbar-urne", "nachbar")),
        bundestag(
            "05",
            ballot("first", "wk-1", 1, 2),
            ballot("first", "wk-2", 3, 1),
            ballot("second", "05", 1, 2, 3)),
        council("stadt", ballot("vote", "stadt", 1, 2, 3)),
        referendum("buergerentscheid", "stadt"));
  }
}
