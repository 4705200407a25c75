package org.urnengang.office.platform;

/**
 * What a page says when there is nothing else to show.
 *
 * @param title what happened
 * @param text what to do
 */
public record ErrorPage(String title, String text) {}
