/**
 * Seats from counted votes: the model that every implementation of a method or law works on, and
 * their comparison. Pure, exact, in whole numbers and fractions.
 */
@NullMarked
package org.urnengang.rules.seats;

import org.jspecify.annotations.NullMarked;
