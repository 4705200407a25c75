package org.urnengang.office.access;

/** What a route asks of whoever calls it. */
public enum Permission {
  /** Nothing: the log-in itself, stylesheets. */
  ANYONE,
  /** A link for enrolment was opened, or somebody is logged in. */
  ENROLLING,
  /** Somebody is logged in. */
  SIGNED_IN,
  /** To see days and the state of districts. */
  SEE,
  /** To enter reports. */
  CAPTURE,
  /** To enter reports or to release them. */
  REPORT,
  /** To release and to correct reports, which publishes them. */
  RELEASE,
  /** To set the clock of a rehearsal. */
  SET_CLOCK,
  /** To prepare election days. */
  MAKE_DAYS,
  /** To open them, to amend them, and to delete rehearsals. */
  OPEN_DAYS,
  /** To invite people and to give roles. */
  MANAGE_PEOPLE,
  /** To read who did what. */
  READ_AUDIT,
  /** To keep electoral rolls: the only one with which voters are seen. */
  KEEP_ROLL;

  /** Whether a role, or a place, is needed at all. */
  boolean needsRole() {
    return compareTo(SIGNED_IN) > 0;
  }
}
