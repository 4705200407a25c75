/** What stands in the ledger: every released fact of a count, and the definition it refers to. */
@NullMarked
package org.urnengang.ledger.entry;

import org.jspecify.annotations.NullMarked;
