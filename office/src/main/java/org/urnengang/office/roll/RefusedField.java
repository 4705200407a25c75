package org.urnengang.office.roll;

import java.util.Locale;

/**
 * What an import does not take: where and why, never the value, which may be about a person.
 *
 * @param line of the file, 0 if the file as a whole is meant
 * @param field column, empty if the row as a whole is meant
 */
public record RefusedField(int line, String field, Reason reason) {
  /** Why; the sentence stands in the message bundle under the key. */
  public enum Reason {
    NO_FILE,
    NOT_TEXT,
    ARCHIVE,
    EMPTY,
    NOT_UTF_8,
    CUT_OFF,
    MISSING_COLUMN,
    COLUMN_TWICE,
    WRONG_FIELD_COUNT,
    BROKEN_QUOTE,
    TOO_LONG,
    NO_PERSON_ABOVE,
    MISSING,
    LETTER,
    NO_DATE,
    UNKNOWN_WORD,
    FOREIGN_REGISTER,
    NOT_AN_AGS,
    ENDS_BEFORE_IT_BEGINS,
    BEFORE_BIRTH,
    TWO_MAIN_DWELLINGS,
    NO_DWELLING_HERE,
    PERSON_TWICE;

    /** The word in files and keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
