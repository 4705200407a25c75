package org.urnengang.office.access;

/**
 * Something that was done, as the audit trail tells it.
 *
 * @param tenant the authority that is concerned
 * @param actor who did it
 * @param district id of the district, empty if none is concerned, like day and election
 * @param sentence what was done, as one says it
 */
public record AuditEvent(
    int tenant,
    String actor,
    Kind kind,
    String day,
    String election,
    String district,
    String sentence) {

  /** What kinds of things are told. */
  public enum Kind {
    LOG_IN,
    LOG_IN_REFUSED,
    LOG_OUT,
    ENROLMENT,
    PEOPLE,
    RECOVERY,
    TOKEN,
    REPORT,
    RELEASE,
    CORRECTION,
    CLOCK,
    SET_UP,
    OPENING,
    AMENDMENT,
    DELETION,
    ROLL;

    /** Its word in the database and in forms. */
    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Something that concerns no day. */
  static AuditEvent of(int tenant, String actor, Kind kind, String sentence) {
    return new AuditEvent(tenant, actor, kind, "", "", "", sentence);
  }
}
