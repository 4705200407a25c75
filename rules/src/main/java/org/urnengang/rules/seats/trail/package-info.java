/** Der Rechenweg als Text: the trail of a calculation as a returning officer reads it. */
@NullMarked
package org.urnengang.rules.seats.trail;

import org.jspecify.annotations.NullMarked;
