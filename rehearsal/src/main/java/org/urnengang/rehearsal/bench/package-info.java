/** Benchmarks, each beside a peer in the same run. */
@NullMarked
package org.urnengang.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
