package org.urnengang.rules.seats;

import java.util.Locale;

/** Grund, aus dem noch nichts verteilt oder entschieden werden kann. */
public enum Reason {
  /** Seats are open and nobody has votes. */
  NO_VOTES,
  /** Not all constituencies have a result. */
  DISTRICTS_MISSING,
  /** Not all Länder have a result. */
  LANDS_MISSING,
  /** Levelling asks for more seats than {@link Distribution#MAX_SEATS}. */
  TOO_MANY_SEATS,
  /** More winners without a list than seats. */
  TOO_FEW_SEATS,
  /** Several questions cannot be carried out together and no run-off question was put. */
  RUN_OFF_QUESTION_MISSING,
  /** The law gives no answer to this case. */
  LAW_SILENT;

  /** The word used in files: the name in lower case with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
