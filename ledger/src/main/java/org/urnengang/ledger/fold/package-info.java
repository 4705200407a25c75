/** From entries to the state of a result. */
package org.urnengang.ledger.fold;
