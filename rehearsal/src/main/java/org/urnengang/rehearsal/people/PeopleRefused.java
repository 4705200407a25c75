package org.urnengang.rehearsal.people;

/** Nobody can be invented from these files; the message says why. */
public final class PeopleRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeopleRefused(String message) {
    super(message);
  }
}
