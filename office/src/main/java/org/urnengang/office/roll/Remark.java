package org.urnengang.office.roll;

import java.time.OffsetDateTime;

/**
 * Erläuterung einer Berichtigung (§ 23 Abs. 3 BWO): stands beside the entry, in clear text.
 *
 * @param officer who is responsible
 */
public record Remark(String text, OffsetDateTime at, String officer) {
  public Remark {
    if (text.isBlank() || officer.isBlank()) {
      throw new IllegalArgumentException("a remark needs a text and a responsible person");
    }
  }

  @Override
  public String toString() {
    return "Remark";
  }
}
