package org.urnengang.ledger.fold;

import org.urnengang.rules.tally.Tally;

/** Everything that a state shows, as text, to compare two of them. */
public final class StatePicture {
  private StatePicture() {}

  /** All of it. */
  public static String of(ResultState state) {
    StringBuilder picture = new StringBuilder();
    picture.append(state.version()).append(' ').append(state.lastAt()).append('\n');
    for (ElectionState election : state.elections()) {
      picture
          .append(election.pollsClose())
          .append(election.entitled())
          .append(election.facts())
          .append(election.estimates())
          .append(election.turnouts())
          .append('\n');
      for (int area = 0; area < election.day().areas().size(); area++) {
        picture
            .append(election.changed(area))
            .append(election.changedAt(area))
            .append(election.mergedInto(area))
            .append(election.figures(area))
            .append(election.tally().covers(area) ? election.status(area) : "")
            .append('\n');
      }
    }
    return picture.append(counts(state)).toString();
  }

  /** Counts and progress only. */
  public static String counts(ResultState state) {
    StringBuilder picture = new StringBuilder();
    for (ElectionState election : state.elections()) {
      Tally tally = election.tally();
      for (int area = 0; area < election.day().areas().size(); area++) {
        picture.append(election.day().areas().area(area).id());
        if (tally.covers(area)) {
          picture.append(tally.progress(area));
          for (int column = 0; column < election.letters().size(); column++) {
            picture.append(' ').append(tally.count(area, column));
          }
        }
        picture.append('\n');
      }
    }
    return picture.toString();
  }
}
