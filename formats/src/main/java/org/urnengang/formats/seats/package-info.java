/** Eingaben der Sitzberechnung als CSV: votes by Land and party, district winners, or one list. */
@NullMarked
package org.urnengang.formats.seats;

import org.jspecify.annotations.NullMarked;
