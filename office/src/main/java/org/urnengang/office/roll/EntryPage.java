package org.urnengang.office.roll;

import java.util.List;

/**
 * Somebody and their entry.
 *
 * @param key key of the day
 * @param id of the person
 * @param blocked whether the register bars information about them (§§ 51, 52 BMG)
 * @param entries where they are entered, as a sentence each
 * @param elections what may be done in each election
 * @param corrections what was corrected
 * @param message what became of the last change, empty if none
 */
public record EntryPage(
    String key,
    String title,
    boolean rehearsal,
    String id,
    String name,
    String born,
    String address,
    boolean blocked,
    List<String> entries,
    List<ElectionLine> elections,
    List<CorrectionLine> corrections,
    String today,
    String message,
    boolean done) {
  public EntryPage {
    entries = List.copyOf(entries);
    elections = List.copyOf(elections);
    corrections = List.copyOf(corrections);
  }

  /**
   * One election.
   *
   * @param decision whether the person may vote, and why
   * @param state entered, none, marked
   */
  public record ElectionLine(String key, String name, String decision, String state) {}

  /** A remark. */
  public record CorrectionLine(String at, String officer, String remark) {
    @Override
    public String toString() {
      return "CorrectionLine";
    }
  }

  @Override
  public String toString() {
    return "EntryPage";
  }
}
