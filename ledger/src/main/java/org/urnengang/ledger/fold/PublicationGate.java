package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import org.urnengang.ledger.entry.Entry.OfCount;
import org.urnengang.ledger.entry.Entry.OfElection;

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

  /**
   * Lets an entry through unless it is one of the count and was made or released too early.
   *
   * @param released when this ledger released it; an adopted entry has an earlier time of its own
   */
  static void requireOpen(OffsetDateTime pollsClose, OfElection entry, OffsetDateTime released) {
    boolean open = isOpen(pollsClose, entry.at()) && isOpen(pollsClose, released);
    if (entry instanceof OfCount && !open) {
      throw new RefusedEntry(
          "%s: die Wahllokale sind bis %s geöffnet".formatted(released, pollsClose));
    }
  }
}
