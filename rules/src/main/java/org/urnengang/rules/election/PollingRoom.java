package org.urnengang.rules.election;

import java.util.Optional;

/**
 * Wahlraum (§ 46 BWO): where the voters of a counting district vote.
 *
 * @param district id of the counting district
 * @param name of the room or building
 * @param address street, house number, postcode and town
 * @param accessible whether it can be reached without barriers, empty if unknown
 * @param note what else is to know, often empty
 */
public record PollingRoom(
    String district, String name, String address, Optional<Boolean> accessible, String note) {}
