/** The report of one counting district: its letters, its form and the checks that block it. */
@NullMarked
package org.urnengang.rules.record;

import org.jspecify.annotations.NullMarked;
