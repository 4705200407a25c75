package org.urnengang.formats.folder;

/**
 * Wahlbezirk einer Wahl: one district as one election counts it.
 *
 * @param election key of the election
 * @param district id of the district
 */
public record DistrictInElection(String election, String district) {}
