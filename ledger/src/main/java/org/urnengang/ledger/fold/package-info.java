/** From entries to the state of a result. */
@NullMarked
package org.urnengang.ledger.fold;

import org.jspecify.annotations.NullMarked;
