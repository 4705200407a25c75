package org.urnengang.formats.seats;

/** Einzelbewerber: in the official files their names begin with {@code EB:}. */
final class Independents {
  private static final String MARK = "EB:";

  private Independents() {}

  static boolean isOne(String name) {
    return name.startsWith(MARK);
  }
}
