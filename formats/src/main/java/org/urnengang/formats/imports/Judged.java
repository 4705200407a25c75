package org.urnengang.formats.imports;

import java.util.Optional;

/**
 * A district of an election as it goes into the folder.
 *
 * @param id its id, unique
 * @param election number of the election in the plan
 * @param place its name, kind and parents
 * @param mergedInto id of the district that counts it
 * @param figures what it reported, sound; empty if it did not, or was refused
 * @param origin where it stood
 */
record Judged(
    String id,
    int election,
    Entry.Place place,
    Optional<String> mergedInto,
    Optional<SourceFigures> figures,
    Origin origin) {}
