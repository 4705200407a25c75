package org.urnengang.office.capture;

import org.urnengang.office.access.Caller;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.election.OpenDistrict;
import org.urnengang.office.election.OpenElection;

/**
 * A request that waits for its transaction.
 *
 * @param caller who makes it
 * @param key its idempotency key
 * @param sha256 hash over what is asked, to tell a repetition from another request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Submission(
    Caller caller,
    OpenDay day,
    OpenElection election,
    OpenDistrict district,
    String key,
    byte[] sha256,
    Action action) {}
