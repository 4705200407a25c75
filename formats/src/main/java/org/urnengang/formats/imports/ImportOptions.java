package org.urnengang.formats.imports;

import java.util.Optional;

/**
 * What the files do not say.
 *
 * @param skipBad whether rows that cannot be taken over are left out and listed in {@code
 *     refused.csv}; otherwise one such row and nothing is written
 * @param rehearsal whether the day is a rehearsal (Probe)
 * @param ledger short name of the counting authority, empty for the one the format suggests
 * @param quorumPercent quorum of a referendum, in percent of all entitled; no format says it
 */
public record ImportOptions(
    boolean skipBad, boolean rehearsal, Optional<String> ledger, Optional<Integer> quorumPercent) {

  /** Strict, a real day, everything else as the format suggests. */
  public static ImportOptions defaults() {
    return new ImportOptions(false, false, Optional.empty(), Optional.empty());
  }

  public ImportOptions withSkipBad(boolean skip) {
    return new ImportOptions(skip, rehearsal, ledger, quorumPercent);
  }

  public ImportOptions withRehearsal(boolean probe) {
    return new ImportOptions(skipBad, probe, ledger, quorumPercent);
  }

  public ImportOptions withLedger(String name) {
    return new ImportOptions(skipBad, rehearsal, Optional.of(name), quorumPercent);
  }

  public ImportOptions withQuorumPercent(int percent) {
    return new ImportOptions(skipBad, rehearsal, ledger, Optional.of(percent));
  }
}
