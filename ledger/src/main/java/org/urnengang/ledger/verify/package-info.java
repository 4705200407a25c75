/** Checks a ledger from nothing but an address and a key. */
package org.urnengang.ledger.verify;
