/** The command line; the only place that wires modules. */
@NullMarked
package org.urnengang.app;

import org.jspecify.annotations.NullMarked;
