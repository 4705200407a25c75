package org.urnengang.ledger.verify;

import java.util.List;
import org.urnengang.ledger.fold.ResultState;

/**
 * What a verifier says of one ledger.
 *
 * @param source where it lies
 * @param origin its name
 * @param authenticated whether the key came from somewhere else than the ledger itself
 * @param entries number of entries that were read
 * @param problems everything that is wrong, in the order of the entries; empty means it verifies
 * @param state the result recomputed from the entries up to the first problem
 */
public record Verification(
    String source,
    String origin,
    boolean authenticated,
    long entries,
    List<Problem> problems,
    ResultState state) {
  public Verification {
    problems = List.copyOf(problems);
  }

  /**
   * Something wrong.
   *
   * @param place the checkpoint, an entry with its number, or a tile
   * @param what in one sentence
   */
  public record Problem(String place, String what) {}

  public boolean isSound() {
    return problems.isEmpty();
  }
}
