/** What stands in the ledger: every released fact of a count, and the definition it refers to. */
package org.urnengang.ledger.entry;
