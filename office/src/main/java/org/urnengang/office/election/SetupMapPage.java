package org.urnengang.office.election;

import java.util.List;

/**
 * Where the areas of a day in preparation lie.
 *
 * @param placed how many areas have a place
 * @param areas how many areas there are
 * @param source the file that is only looked at so far, empty for none
 * @param notes what was read in a way worth knowing
 * @param matched how many of its features fit an area
 * @param unmatched the features that fit none, the first ones
 * @param unmatchedCount how many they are
 * @param missing areas without a feature, the first ones
 * @param problems what the check says
 */
public record SetupMapPage(
    SetupFrame around,
    int placed,
    int areas,
    String source,
    List<String> notes,
    int matched,
    List<String> unmatched,
    int unmatchedCount,
    List<String> missing,
    List<String> problems) {
  public SetupMapPage {
    notes = List.copyOf(notes);
    unmatched = List.copyOf(unmatched);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
  }

  public String address() {
    return around.base() + "/karte";
  }
}
