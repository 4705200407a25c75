package org.urnengang.rules.record;

/**
 * Abschluss des Wählerverzeichnisses (§ 24 BWO, Anlage 8 BWO) of one district: the only totals that
 * reach the count from the electoral roll.
 *
 * @param withoutMark A1: entries without „W“ at the closing
 * @param withMark A2: entries with „W“ at the closing
 * @param afterClosing Wahlscheine issued after the closing (§ 53 Abs. 2 Satz 2 BWO)
 * @param onElectionDay Wahlscheine issued on election day to the ill (§ 53 Abs. 2 Satz 3 BWO)
 */
public record ClosingCertificate(
    int withoutMark, int withMark, int afterClosing, int onElectionDay) {

  /** A1 after its two corrections, each of which moves an entry from A1 to A2. */
  public int correctedA1() {
    return Math.subtractExact(withoutMark, Math.addExact(afterClosing, onElectionDay));
  }

  /** A1 + A2, which no correction changes. */
  public int total() {
    return Math.addExact(withoutMark, withMark);
  }
}
