/** Zahlen vieler Wahlbezirke als CSV, one row per district: the input of plausibility. */
@NullMarked
package org.urnengang.formats.counts;

import org.jspecify.annotations.NullMarked;
