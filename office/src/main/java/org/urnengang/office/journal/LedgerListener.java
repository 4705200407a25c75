package org.urnengang.office.journal;

import java.util.List;
import org.urnengang.ledger.log.VerificationKey;

/** Is told of every extension of a ledger, in order, in a thread of its own. */
@FunctionalInterface
public interface LedgerListener {
  /**
   * The ledger has grown. Should this throw, the same entries come again.
   *
   * @param key the key by which the ledger is checked
   * @param note the signed checkpoint that covers exactly the entries up to the last one here
   * @param from index of the first entry
   * @param entries the entries from there on
   */
  void extended(VerificationKey key, String note, long from, List<byte[]> entries);
}
