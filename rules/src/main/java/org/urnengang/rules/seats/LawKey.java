package org.urnengang.rules.seats;

/**
 * Name eines Wahlgesetzes with the types of its question and answer.
 *
 * @param name the word used in files and on the command line, for example {@code bundestag-2013}
 */
public record LawKey<I, R>(String name, Class<I> input, Class<R> result) {}
