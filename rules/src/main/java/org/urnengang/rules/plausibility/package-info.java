/**
 * Plausibility of a report among others: the warnings W01 to W18, in whole numbers and fixed point.
 */
@NullMarked
package org.urnengang.rules.plausibility;

import org.jspecify.annotations.NullMarked;
