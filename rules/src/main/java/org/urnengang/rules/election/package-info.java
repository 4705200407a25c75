/** What is elected, where and by whom it is counted: the definition of an election day. */
@NullMarked
package org.urnengang.rules.election;

import org.jspecify.annotations.NullMarked;
