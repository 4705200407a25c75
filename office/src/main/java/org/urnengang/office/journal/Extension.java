package org.urnengang.office.journal;

import java.util.List;

/**
 * Consecutive entries of a ledger that end at a signed checkpoint.
 *
 * @param note the signed checkpoint
 * @param from index of the first entry
 * @param entries the entries
 */
public record Extension(String note, long from, List<byte[]> entries) {
  public Extension {
    entries = List.copyOf(entries);
  }

  /** The size that the note signs. */
  public long size() {
    return from + entries.size();
  }
}
