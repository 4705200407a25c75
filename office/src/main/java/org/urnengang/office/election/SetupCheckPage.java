package org.urnengang.office.election;

import java.util.List;

/**
 * What is missing before a day can be opened, and the button that opens it.
 *
 * @param day the key of the day
 * @param problems each with its place
 * @param facts what will be fixed
 * @param notice why it was not opened, empty if nothing was tried
 */
public record SetupCheckPage(
    SetupFrame around, String day, List<Line> problems, List<String> facts, String notice) {
  public SetupCheckPage {
    problems = List.copyOf(problems);
    facts = List.copyOf(facts);
  }

  /** One thing to be put right. */
  public record Line(String address, String place, String value, String reason) {}
}
