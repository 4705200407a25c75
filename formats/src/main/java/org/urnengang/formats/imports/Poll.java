package org.urnengang.formats.imports;

import java.util.List;

/** What {@link NightFollower} found when it looked once. */
public sealed interface Poll {
  /** There is no state that was not looked at before. */
  record Unchanged() implements Poll {}

  /** Another state, which says nothing new of the followed day. */
  record Same(String snapshot) implements Poll {}

  /**
   * A new state was taken over.
   *
   * @param snapshot how the source names it
   * @param reports first reports taken
   * @param corrections corrections taken
   * @param refused districts whose figures do not fit the form of the followed day or were not
   *     taken; they are tried again with the next state
   */
  record Changed(String snapshot, int reports, int corrections, List<RefusedRow> refused)
      implements Poll {
    public Changed {
      refused = List.copyOf(refused);
    }
  }

  /**
   * The state is older than the last one, cut off, or cannot be read; nothing was handed on.
   *
   * @param reason one German sentence
   */
  record Skipped(String snapshot, String reason) implements Poll {}
}
