package org.urnengang.office.roll;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of the register's file, as docs/register.md describes it. */
enum RegisterField {
  REGISTER(true),
  PERSON(true),
  TITLE(false),
  PREFIX(false),
  FAMILY_NAME(true),
  GIVEN_NAMES(true),
  SEX(false),
  BORN(true),
  CITIZENSHIPS(true),
  EXCLUSION(false),
  EXCLUSION_UNTIL(false),
  BLOCK(false),
  UNION_ROLL(false),
  ABROAD(false),
  AGS(true),
  KIND(true),
  MOVED_IN(true),
  MOVED_OUT(false),
  STREET(true),
  NUMBER(true),
  SUFFIX(false),
  POSTCODE(true),
  TOWN(true);

  private final boolean needed;

  RegisterField(boolean needed) {
    this.needed = needed;
  }

  /** Whether a file must have this column. */
  boolean isNeeded() {
    return needed;
  }

  /** Whether the column tells about the person and not about one of its dwellings. */
  boolean isOfPerson() {
    return compareTo(AGS) < 0;
  }

  /** The name of the column. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(RegisterField::key).toList();
  }
}
