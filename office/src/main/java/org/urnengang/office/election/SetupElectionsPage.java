package org.urnengang.office.election;

import java.util.List;

/**
 * The elections of a day in preparation.
 *
 * @param elections in the order in which they are counted
 * @param kinds what can be elected
 * @param problems what is wrong with all of them together
 */
public record SetupElectionsPage(
    SetupFrame around, List<Line> elections, List<String> kinds, List<String> problems) {
  public SetupElectionsPage {
    elections = List.copyOf(elections);
    kinds = List.copyOf(kinds);
    problems = List.copyOf(problems);
  }

  /** One election. */
  public record Line(long row, String name, String kind, String law, String key, int problems) {}
}
