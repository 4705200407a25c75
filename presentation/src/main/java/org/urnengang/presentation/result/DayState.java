package org.urnengang.presentation.result;

import java.util.Optional;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.VerificationKey;

/**
 * Stand eines Wahltags: all that a page may depend on. May be read only while nothing is applied.
 *
 * @param result the fold of the entries
 * @param tree the tree over the entries, at least as long as the fold
 * @param key the key that signs them
 * @param trouble why there may be later entries that are not shown
 */
public record DayState(
    ResultState result, MerkleTree tree, VerificationKey key, Optional<Trouble> trouble) {}
