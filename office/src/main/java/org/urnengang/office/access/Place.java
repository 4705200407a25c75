package org.urnengang.office.access;

/**
 * Where something happens: an authority's part of a day, or of one of its elections.
 *
 * @param tenant the authority
 * @param day key of the day
 * @param election key of the election, empty for any
 * @param rehearsal whether the day is one
 */
public record Place(int tenant, String day, String election, boolean rehearsal) {}
