package org.urnengang.office.roll;

/** What became of a change to the roll. */
public enum Change {
  DONE,
  /** No such person in the registers. */
  NO_PERSON,
  /** The rolls of this day are not built yet. */
  NOT_BUILT,
  /** Not in the roll of this day, or struck. */
  NOT_ENTERED,
  /** Already in the roll, or already marked. */
  ALREADY,
  /** The law does not let this person vote. */
  NOT_ENTITLED,
  /** The application came after its last day. */
  TOO_LATE,
  /** The address lies in no district; the work list comes first. */
  UNPLACED,
  /** The roll is closed: only Wahlscheine are still possible. */
  CLOSED,
  /** The roll is not closed yet. */
  OPEN,
  /** No such election on this day. */
  NO_ELECTION
}
