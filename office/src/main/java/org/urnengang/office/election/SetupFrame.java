package org.urnengang.office.election;

import java.util.List;

/**
 * What stands around every page of a day in preparation.
 *
 * @param draft its word in addresses
 * @param date as people say it
 * @param title of the day
 * @param frozen whether the day was opened from it
 * @param steps everything that is to be done, in order
 * @param current key of the step that is shown
 */
public record SetupFrame(
    String draft,
    String date,
    String title,
    boolean rehearsal,
    boolean frozen,
    List<Step> steps,
    String current) {
  public SetupFrame {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param state done, entered, missing, empty or optional
   */
  public record Step(String key, String address, String name, String state, int count) {
    public boolean hasCount() {
      return count > 0;
    }

    /** How the badge of its state looks. */
    public String tone() {
      return switch (state) {
        case "done" -> "ok";
        case "missing" -> "bad";
        case "entered" -> "info";
        default -> "none";
      };
    }
  }

  public String base() {
    return "/vorbereitung/" + draft;
  }
}
