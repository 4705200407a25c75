/**
 * Second implementation of methods and laws, by search for the divisor or the remainder from which
 * a seat is due. Shares nothing with the first but the model.
 */
@NullMarked
package org.urnengang.rules.seats.divisor;

import org.jspecify.annotations.NullMarked;
