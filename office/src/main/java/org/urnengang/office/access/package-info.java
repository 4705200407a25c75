/** Who may do what: authorities, people and their roles, log-in, the check of every request. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.access;
