/** What the counted votes decide. */
@NullMarked
package org.urnengang.rules.decision;

import org.jspecify.annotations.NullMarked;
