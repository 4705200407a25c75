package org.urnengang.office.access;

import static org.urnengang.office.access.Permission.CAPTURE;
import static org.urnengang.office.access.Permission.KEEP_ROLL;
import static org.urnengang.office.access.Permission.MAKE_DAYS;
import static org.urnengang.office.access.Permission.MANAGE_PEOPLE;
import static org.urnengang.office.access.Permission.OPEN_DAYS;
import static org.urnengang.office.access.Permission.READ_AUDIT;
import static org.urnengang.office.access.Permission.RELEASE;
import static org.urnengang.office.access.Permission.REPORT;
import static org.urnengang.office.access.Permission.SEE;
import static org.urnengang.office.access.Permission.SET_CLOCK;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Rolle: what somebody does at an authority, and what that permits. */
public enum Role {
  ADMINISTRATOR("administrator", SEE, MAKE_DAYS, MANAGE_PEOPLE, READ_AUDIT),
  ELECTION_LEAD("lead", SEE, CAPTURE, REPORT, RELEASE, SET_CLOCK, MAKE_DAYS, OPEN_DAYS, READ_AUDIT),
  REGISTER_CLERK("register", SEE, KEEP_ROLL),
  CAPTURE_CLERK("capture", SEE, CAPTURE, REPORT),
  SECOND_CAPTURE("second", SEE),
  RELEASER("release", SEE, REPORT, RELEASE),
  HOTLINE("hotline", SEE, CAPTURE, REPORT),
  AUDITOR("auditor", SEE, READ_AUDIT),
  READER("reader", SEE),
  /** A program that reports and releases, such as the player of a rehearsal. */
  REPORTING_PROGRAM("program", SEE, CAPTURE, REPORT, RELEASE);

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Permission> permissions;

  Role(String key, Permission... permissions) {
    this.key = key;
    this.permissions = Set.of(permissions);
  }

  /** Its word in the database and in forms. */
  public String key() {
    return key;
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }

  static Optional<Role> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
  }
}
