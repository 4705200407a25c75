package org.urnengang.rules.election;

/**
 * Stimme (§ 4 BWahlG): one of the votes on a ballot, such as Erststimme and Zweitstimme.
 *
 * @param key word used in files: {@code first}, {@code second}, or {@code vote} when there is one
 * @param name as people call it
 */
public record Vote(String key, String name) {}
