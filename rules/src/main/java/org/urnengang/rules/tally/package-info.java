/** Adds the districts up over the area graph. */
package org.urnengang.rules.tally;
