/** Die erfundene Stadt Ahlenrode: the demo's council and mayor, written as election folders. */
@NullMarked
package org.urnengang.rehearsal.town;

import org.jspecify.annotations.NullMarked;
