/** Sitze aus einem Ergebnisstand: both calculations, what they need, and their trail as JSON. */
@NullMarked
package org.urnengang.ledger.seats;

import org.jspecify.annotations.NullMarked;
