package org.urnengang.rules.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Whether this area is a district that the election counts, and so has a form. */
  public boolean has(int area) {
    return forms[area] != null;
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
    int[] around = day.areas().withAncestors(area);
    List<Integer> scopes = new ArrayList<>(ballotsByScope.size());
    for (int vote = 0; vote < ballotsByScope.size(); vote++) {
      scopes.add(nearest(vote, area, around));
    }
    return scopes;
  }

  /** The smallest area around the district that has a ballot: it lies within all others. */
  private int nearest(int vote, int area, int[] around) {
    Set<Integer> scopes = ballotsByScope.get(vote).keySet();
    int nearest = -1;
    for (int candidate : around) {
      if (scopes.contains(candidate) && (nearest < 0 || day.areas().isWithin(candidate, nearest))) {
        nearest = candidate;
      }
    }
    for (int candidate : around) {
      if (scopes.contains(candidate) && !day.areas().isWithin(nearest, candidate)) {
        throw refused(vote, area, "mehr als ein nächster");
      }
    }
    if (nearest < 0) {
      throw refused(vote, area, "kein");
    }
    return nearest;
  }

  private InvalidElection refused(int vote, int area, String what) {
    return new InvalidElection(
        "Wahlbezirk %s: %s Stimmzettel für %s, %s"
            .formatted(
                day.areas().area(area).id(),
                what,
                election.key(),
                election.votes().get(vote).name()));
  }
}
