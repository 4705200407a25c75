package org.urnengang.office.election;

import java.util.List;

/**
 * The days in preparation and the form for a new one.
 *
 * @param drafts those that are there
 * @param authorities for which a new one may be made
 * @param typed what was typed into the form
 * @param problem why no day was made, empty if nothing was tried
 * @param refused what is wrong with the files that were sent
 */
public record SetupDaysPage(
    List<Line> drafts,
    List<Authority> authorities,
    Typed typed,
    String problem,
    List<String> refused) {
  public SetupDaysPage {
    drafts = List.copyOf(drafts);
    authorities = List.copyOf(authorities);
    refused = List.copyOf(refused);
  }

  /** One day in preparation. */
  public record Line(
      String id, String date, String title, boolean rehearsal, boolean opened, String day) {}

  /**
   * An authority, as a list offers it.
   *
   * @param name indented below the one above it
   */
  public record Authority(String id, String name) {}

  /** Whether there is a choice between authorities. */
  public boolean hasChoice() {
    return authorities.size() > 1;
  }

  /** The fields of the form. */
  public record Typed(
      String date, boolean rehearsal, String title, String authority, String key, String tenant) {}
}
