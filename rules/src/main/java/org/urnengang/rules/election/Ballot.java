package org.urnengang.rules.election;

import java.util.List;
import java.util.Optional;

/**
 * Stimmzettel (§ 30 BWahlG): what stands on the ballot of one vote in one area, in the order of the
 * paper.
 *
 * @param vote key of the {@link Vote}
 * @param scope id of the area in which this ballot is used
 * @param lines what stands on it
 */
public record Ballot(String vote, String scope, List<Line> lines) {
  public Ballot {
    lines = List.copyOf(lines);
  }

  /**
   * A line of the ballot.
   *
   * @param no number of the {@link BallotOption}
   * @param nominee the candidate (Bewerber), if a person stands here
   */
  public record Line(int no, Optional<String> nominee) {}

  /** The candidate of this option here, empty if it stands without a person or not at all. */
  public Optional<String> nominee(int no) {
    return lines.stream().filter(line -> line.no() == no).findFirst().flatMap(Line::nominee);
  }
}
