package org.urnengang.rules.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;

/**
 * Vordrucke der Schnellmeldung (Anlage 28 BWO) of all districts of one election. Districts of one
 * kind with the same ballots share one {@link Form}.
 */
public final class Forms {
  private final ElectionDay day;
  private final Election election;
  private final Letters letters;
  private final List<Map<Integer, Ballot>> ballotsByScope;
  private final @Nullable Form[] forms;

  Forms(ElectionDay day, Election election, Letters letters) {
    this.day = day;
    this.election = election;
    this.letters = letters;
    this.ballotsByScope =
        election.votes().stream().map(vote -> byScope(day.areas(), election, vote.key())).toList();
    this.forms = new @Nullable Form[day.areas().size()];
  }

  /**
   * The forms of this election.
   *
   * @throws InvalidElection if a district that it counts has not exactly one nearest ballot of each
   *     vote
   */
  public static Forms of(ElectionDay day, Election election, Letters letters) {
    Forms all = new Forms(day, election, letters);
    Map<Shape, Form> made = new HashMap<>();
    for (int area = 0; area < all.forms.length; area++) {
      if (day.isCounted(election, area)) {
        Shape shape = new Shape(all.kind(area), all.scopes(area));
        Form known = made.get(shape);
        all.forms[area] = known == null ? all.make(area) : known;
        made.put(shape, all.form(area));
      }
    }
    return all;
  }

  private record Shape(DistrictKind kind, List<Integer> scopes) {}

  private static Map<Integer, Ballot> byScope(AreaGraph areas, Election election, String vote) {
    Map<Integer, Ballot> ballots = new HashMap<>();
    for (Ballot ballot : election.ballots()) {
      if (ballot.vote().equals(vote)) {
        ballots.put(areas.indexOf(ballot.scope()), ballot);
      }
    }
    return ballots;
  }

  /**
   * The form of a district of this election.
   *
   * @throws InvalidElection if the election does not count this area
   */
  public Form form(int area) {
    Form form = forms[area];
    if (form == null) {
      throw new InvalidElection(
          day.areas().area(area).id() + " ist kein Wahlbezirk von " + election.key());
    }
    return form;
  }

  Form make(int area) {
    DistrictKind kind = kind(area);
    List<Integer> scopes = scopes(area);
    List<Ballot> ballots =
        IntStream.range(0, scopes.size())
            .mapToObj(vote -> ballotsByScope.get(vote).get(scopes.get(vote)))
            .toList();
    return Form.of(letters, kind, ballots);
  }

  private DistrictKind kind(int area) {
    return day.areas()
        .area(area)
        .district()
        .map(CountingDistrict::kind)
        .orElseThrow(
            () -> new InvalidElection(day.areas().area(area).id() + " ist kein Wahlbezirk"));
  }

  /** Where the ballot of each vote comes from. */
  private List<Integer> scopes(int area) {
    return IntStream.range(0, ballotsByScope.size()).mapToObj(vote -> nearest(vote, area)).toList();
  }

  /** The smallest area around the district that has a ballot: it lies within all others. */
  private int nearest(int vote, int area) {
    AreaGraph areas = day.areas();
    int[] around =
        IntStream.of(areas.withAncestors(area))
            .filter(ballotsByScope.get(vote)::containsKey)
            .toArray();
    int nearest = IntStream.of(around).reduce(-1, (a, b) -> a < 0 || areas.isWithin(b, a) ? b : a);
    if (nearest < 0 || !IntStream.of(around).allMatch(scope -> areas.isWithin(nearest, scope))) {
      throw new InvalidElection(
          "Wahlbezirk %s: %s Stimmzettel für %s, %s"
              .formatted(
                  areas.area(area).id(),
                  nearest < 0 ? "kein" : "mehr als ein nächster",
                  election.key(),
                  election.votes().get(vote).name()));
    }
    return nearest;
  }
}
