/** What is elected, where and by whom it is counted: the definition of an election day. */
package org.urnengang.rules.election;
