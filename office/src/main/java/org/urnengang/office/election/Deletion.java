package org.urnengang.office.election;

import java.time.OffsetDateTime;

/**
 * What is left of a rehearsal that was deleted.
 *
 * @param day the key of its day
 * @param vkey the key that signed its ledger
 * @param note the last thing that was signed with it
 * @param entries how many entries were deleted
 * @param reports how many districts had reported
 */
public record Deletion(
    long id, String day, String vkey, String note, long entries, long reports, OffsetDateTime at) {}
