/** A fictional civil register: invented people in real towns, as many as wanted. */
@NullMarked
package org.urnengang.rehearsal.people;

import org.jspecify.annotations.NullMarked;
