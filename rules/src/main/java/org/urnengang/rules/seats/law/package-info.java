/** First implementation of the laws, one class each. */
@NullMarked
package org.urnengang.rules.seats.law;

import org.jspecify.annotations.NullMarked;
