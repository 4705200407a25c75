package org.urnengang.presentation.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Ballot;

/**
 * Stimmzettel as people get it, with all votes on one sheet.
 *
 * @param ballots the ballot of each vote
 * @param area the area that has this paper, empty if the whole has the same
 * @param options numbers of the options from top to bottom: the lists, then who stands without one
 */
record Paper(List<Ballot> ballots, Optional<Area> area, List<Integer> options) {

  /** The paper of a district within a result. */
  static Paper of(AreaResult top, AreaResult district) {
    List<Ballot> ballots = new ArrayList<>();
    for (int vote = 0; vote < district.letters().votes(); vote++) {
      ballots.addAll(district.ballots(vote).stream().limit(1).toList());
    }
    Set<Integer> options = new LinkedHashSet<>();
    for (Ballot ballot : ballots.reversed()) {
      ballot.lines().forEach(line -> options.add(line.no()));
    }
    return new Paper(ballots, ownArea(top, ballots), List.copyOf(options));
  }

  private static Optional<Area> ownArea(AreaResult top, List<Ballot> ballots) {
    return ballots.stream()
        .map(Ballot::scope)
        .filter(scope -> !scope.equals(top.area().id()) && top.holds(scope))
        .findFirst()
        .map(scope -> top.day().areas().area(top.day().areas().indexOf(scope)));
  }

  /** Whether an option stands for the vote that decides about parties. */
  boolean isListed(int no) {
    return ballots.isEmpty()
        || ballots.getLast().lines().stream().anyMatch(line -> line.no() == no);
  }

  /** The person on a paper that knows only persons. */
  Optional<String> personOnly(int no) {
    return ballots.size() == 1 ? ballots.getFirst().nominee(no) : Optional.empty();
  }
}
