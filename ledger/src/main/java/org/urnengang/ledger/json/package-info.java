/** Canonical JSON (RFC 8785), the only form in which entries are written. */
package org.urnengang.ledger.json;
