package org.urnengang.office.capture;

/** Why a request does not fit what was accepted before. The names are part of the interface. */
enum ConflictCode {
  KEY_REUSED,
  ALREADY_REPORTED,
  NOT_SUBMITTED,
  NOT_RELEASED
}
