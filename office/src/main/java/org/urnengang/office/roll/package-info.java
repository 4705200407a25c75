/**
 * The electoral roll: register, right to vote, roll, closing. The only place of the office that
 * knows voters; other packages get totals.
 */
@NullMarked
package org.urnengang.office.roll;

import org.jspecify.annotations.NullMarked;
