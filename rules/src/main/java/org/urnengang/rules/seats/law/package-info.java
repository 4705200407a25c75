/** First implementation of the laws, one class each. */
package org.urnengang.rules.seats.law;
