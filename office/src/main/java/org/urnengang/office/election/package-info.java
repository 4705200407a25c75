/** The election days of this office: their definition, their districts, their clock. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.election;
