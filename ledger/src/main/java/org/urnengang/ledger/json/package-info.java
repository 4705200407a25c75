/** Canonical JSON (RFC 8785), the only form in which entries are written. */
@NullMarked
package org.urnengang.ledger.json;

import org.jspecify.annotations.NullMarked;
