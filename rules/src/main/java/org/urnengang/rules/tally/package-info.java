/** Adds the districts up over the area graph. */
@NullMarked
package org.urnengang.rules.tally;

import org.jspecify.annotations.NullMarked;
