package org.urnengang.rules.seats;

/**
 * Gesetzlich festgelegte Größe: a value that a law fixes, with the paragraph that fixes it.
 *
 * @param law the paragraph, for example {@code § 1 Abs. 1 BWahlG}
 */
public record Legal<T>(T value, String law) {}
