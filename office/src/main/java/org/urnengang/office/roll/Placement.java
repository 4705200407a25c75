package org.urnengang.office.roll;

import java.util.List;
import java.util.Locale;

/** In which district an address lies in an election. */
sealed interface Placement {
  record In(int district) implements Placement {}

  record Unplaced(Reason reason) implements Placement {}

  /** Why an address lies in no district; the work list of the office says it. */
  enum Reason {
    UNKNOWN_STREET,
    UNKNOWN_HOUSE,
    TWO_DISTRICTS,
    NO_ADDRESS;

    static final List<Reason> ALL = List.of(values());

    /** The word in tables and keys. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
