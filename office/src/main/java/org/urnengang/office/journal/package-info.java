/** Appends released facts to the ledger of their day, numbers them, signs them, hands them on. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.journal;
