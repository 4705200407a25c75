/**
 * Seats from counted votes: the model that every implementation of a method or law works on, and
 * their comparison. Pure, exact, in whole numbers and fractions.
 */
package org.urnengang.rules.seats;
