package org.urnengang.office.roll;

import java.util.SortedMap;

/**
 * What the rolls of a day hold, as totals.
 *
 * @param entitled entries by election
 * @param decided how often each reason came up, by election and reason: {@code rat TOO_YOUNG}
 * @param unplaced entitled persons whose address lies in no district, by reason
 */
public record RollReport(
    SortedMap<String, Long> entitled,
    SortedMap<String, Long> decided,
    SortedMap<String, Long> unplaced) {}
