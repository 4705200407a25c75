package org.urnengang.presentation.follow;

/** What a node says to entries that are given to it. */
public sealed interface Answer {

  /**
   * They verify; the node now has the log up to here.
   *
   * @param size number of verified entries
   */
  record Accepted(long size) implements Answer {}

  /**
   * Entries before them are missing here.
   *
   * @param size number of verified entries, the index of the first missing one
   */
  record Missing(long size) implements Answer {}

  /**
   * They do not verify under the key of this ledger, or contradict what was verified before.
   *
   * @param why one German sentence
   */
  record Refused(String why) implements Answer {}
}
