package org.urnengang.office.capture;

import java.util.List;
import org.urnengang.office.platform.Texts;

/** Why a request is refused before any figure is checked. The names are part of the interface. */
enum RefusalCode {
  DAY_UNKNOWN,
  ELECTION_UNKNOWN,
  DISTRICT_UNKNOWN,
  DISTRICT_OF_OTHER_AUTHORITY,
  DISTRICT_MERGED,
  AUTHORITY_UNKNOWN,
  POLLS_OPEN,
  BODY_UNREADABLE,
  KEY_MISSING,
  REASON_MISSING,
  NOTHING_CHANGED,
  CLOCK_IS_REAL,
  TIME_UNREADABLE;

  Problem problem(Texts texts, Object... arguments) {
    return new Problem(name(), "error", List.of(), texts.of("refused." + name(), arguments));
  }
}
