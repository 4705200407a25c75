/** Sends the ledgers out, to folders and to public nodes, and shows how far that has come. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.publication;
