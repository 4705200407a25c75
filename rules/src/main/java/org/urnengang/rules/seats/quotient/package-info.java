/** First implementation of the methods: highest quotients, and floors with largest remainders. */
@NullMarked
package org.urnengang.rules.seats.quotient;

import org.jspecify.annotations.NullMarked;
