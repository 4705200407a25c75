package org.urnengang.office.election;

import java.util.List;

/**
 * What a file or a paste would bring, before anything is stored.
 *
 * @param source name of the file
 * @param notes what was read in a way worth knowing
 * @param columns names of the columns
 * @param rows how many rows there are
 * @param added how many of them are new
 * @param changed how many differ from what is stored
 * @param removed how many stored rows are missing in it
 * @param problems what is wrong, row by row
 * @param checked whether it could be checked at all: what it builds on is sound
 * @param sample the first rows
 * @param differences what changes, the first ones
 */
public record ProposalPage(
    SetupFrame around,
    String sheet,
    String source,
    List<String> notes,
    List<String> columns,
    int rows,
    int added,
    int changed,
    int removed,
    List<Problem> problems,
    boolean checked,
    List<List<String>> sample,
    List<Difference> differences) {
  public ProposalPage {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    problems = List.copyOf(problems);
    sample = List.copyOf(sample);
    differences = List.copyOf(differences);
  }

  public String address() {
    return around.base() + "/tabelle/" + sheet;
  }

  /** One thing that is wrong. */
  public record Problem(int row, String column, String value, String reason) {}

  /**
   * One row that changes.
   *
   * @param kind added, changed or removed
   * @param row what it is about
   * @param text what changes
   */
  public record Difference(String kind, String row, String text) {}
}
