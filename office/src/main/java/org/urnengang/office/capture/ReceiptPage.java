package org.urnengang.office.capture;

import java.util.List;

/**
 * Beleg: what was released, when, and where it stands in the ledger.
 *
 * @param place of the district
 * @param at when
 * @param entry number of the ledger entry in this office
 * @param sections the released lines
 * @param warnings what is unusual about them
 * @param next address of the next district that is missing, may be empty
 */
public record ReceiptPage(
    ReportPage.PlaceLine place,
    String at,
    long entry,
    List<ReportPage.Section> sections,
    List<Problem> warnings,
    String next) {
  public ReceiptPage {
    sections = List.copyOf(sections);
    warnings = List.copyOf(warnings);
  }
}
