package org.urnengang.rules.election;

import java.time.OffsetDateTime;

/**
 * Ende der Wahlzeit (§ 47 Abs. 1 BWO): nothing of the count may be known before.
 *
 * @param at the moment
 * @param law the paragraph that fixes it
 */
public record PollsClose(OffsetDateTime at, String law) {}
