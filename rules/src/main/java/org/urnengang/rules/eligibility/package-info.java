/** Who may vote, where, and from which paragraph that follows. Knows no name and no address. */
@NullMarked
package org.urnengang.rules.eligibility;

import org.jspecify.annotations.NullMarked;
