package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;

/**
 * Veröffentlichungssperre (§ 32 Abs. 2 BWahlG, § 47 Abs. 1 BWO): nothing of a count is released
 * before the polls have closed. The only place that decides it: the office asks it before it
 * releases, and the fold of every node and of every verifier asks it again.
 */
public final class PublicationGate {
  private PublicationGate() {}

  /** Whether something of the count may be released at this time. */
  public static boolean isOpen(OffsetDateTime pollsClose, OffsetDateTime at) {
    return !at.isBefore(pollsClose);
  }
}
