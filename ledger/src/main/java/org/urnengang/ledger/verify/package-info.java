/** Checks a ledger from nothing but an address and a key. */
@NullMarked
package org.urnengang.ledger.verify;

import org.jspecify.annotations.NullMarked;
