package org.urnengang.rules.election;

/**
 * Wahlvorschlag (§§ 18, 30 BWahlG): a party, list or answer, the same in the whole election.
 *
 * @param no its number in the election, from 1: the n of its letters D<i>n</i> and F<i>n</i>
 * @param shortName abbreviation
 * @param name full name
 * @param color fill on light pages, {@code #RRGGBB} or empty
 * @param colorDark fill on dark pages, {@code #RRGGBB} or empty
 */
public record BallotOption(int no, String shortName, String name, String color, String colorDark) {}
