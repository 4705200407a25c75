/**
 * The demo day: the election day of 24 September 2017 in Ostwestfalen-Lippe with official sums and
 * invented districts, see docs/demo-day.md.
 */
@NullMarked
package org.urnengang.rehearsal.demo;

import org.jspecify.annotations.NullMarked;
