package org.urnengang.office.roll;

import java.util.List;

/**
 * What an import of a register did or would do, without a person.
 *
 * @param taken whether the state of the roll is now that of the file
 * @param persons sound persons in the file
 * @param added persons that were not there before
 * @param gone persons that are no longer there
 * @param moved persons whose dwellings changed
 * @param changed persons of whom something else changed
 * @param refused the first refusals
 * @param refusedCount how many there are in all
 */
public record ImportReport(
    boolean taken,
    long persons,
    long added,
    long gone,
    long moved,
    long changed,
    List<RefusedField> refused,
    long refusedCount) {
  public ImportReport {
    refused = List.copyOf(refused);
  }

  /** The same as what would have been done. */
  ImportReport untaken() {
    return new ImportReport(false, persons, added, gone, moved, changed, refused, refusedCount);
  }
}
