package org.urnengang.office.election;

import java.util.List;

/**
 * What of an opened day may still be changed.
 *
 * @param day key of the day
 * @param title of the day
 * @param elections its elections
 * @param changes what was changed so far
 * @param typed what was typed
 * @param problem why nothing was changed, empty if nothing was tried
 */
public record AmendmentPage(
    String day,
    String title,
    boolean rehearsal,
    List<Choice> elections,
    List<Change> changes,
    Typed typed,
    String problem) {
  public AmendmentPage {
    elections = List.copyOf(elections);
    changes = List.copyOf(changes);
  }

  /**
   * An election with what holds now.
   *
   * @param entitled number of entitled people; empty if none was given
   * @param hasQuestion whether that number may be changed
   */
  public record Choice(
      String key, String name, String pollsClose, boolean hasQuestion, String entitled) {}

  /** A change that was made. */
  public record Change(
      String at, String election, String what, String before, String after, String reason) {}

  /** What was typed. */
  public record Typed(String election, String what, String value, String reason) {
    /** Whether it was typed into this form. */
    public boolean isFor(String otherElection, String otherWhat) {
      return election.equals(otherElection) && what.equals(otherWhat);
    }
  }
}
