/** First implementation of the methods: highest quotients, and floors with largest remainders. */
package org.urnengang.rules.seats.quotient;
