package org.urnengang.office.roll;

import java.util.List;

/**
 * The rolls of a day as their keeper sees them.
 *
 * @param key key of the day
 * @param files registers that lie ready to be taken
 * @param elections what the rolls hold, by election
 * @param unplaced the work list, by reason
 * @param built whether there are rolls
 * @param search what was looked for
 * @param found who was found
 * @param inspection whether those are left out about whom the register gives no information
 * @param more whether there are more than are shown
 */
public record RollPage(
    String key,
    String title,
    String date,
    boolean rehearsal,
    List<String> municipalities,
    String folder,
    List<String> files,
    String report,
    List<String> refused,
    List<ElectionLine> elections,
    List<ReasonLine> unplaced,
    boolean built,
    String search,
    boolean inspection,
    List<Line> found,
    boolean more) {
  public RollPage {
    municipalities = List.copyOf(municipalities);
    files = List.copyOf(files);
    refused = List.copyOf(refused);
    elections = List.copyOf(elections);
    unplaced = List.copyOf(unplaced);
    found = List.copyOf(found);
  }

  /** One election and its roll. */
  public record ElectionLine(
      String key, String name, String entitled, boolean closed, List<Certificate> certificates) {
    public ElectionLine {
      certificates = List.copyOf(certificates);
    }
  }

  /** Anlage 8 of a district. */
  public record Certificate(
      String district, int withoutMark, int withMark, int total, int afterClosing, int onDay) {}

  /** How many addresses lie nowhere, and why. */
  public record ReasonLine(String reason, String count) {}

  /** Somebody. */
  public record Line(String id, String name, String born, String address, String entry) {
    @Override
    public String toString() {
      return "Line";
    }
  }
}
