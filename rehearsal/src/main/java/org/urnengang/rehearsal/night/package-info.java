/** Plays a recorded election night into a running office, as its polling stations would. */
@NullMarked
package org.urnengang.rehearsal.night;

import org.jspecify.annotations.NullMarked;
