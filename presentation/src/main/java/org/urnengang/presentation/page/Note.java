package org.urnengang.presentation.page;

import org.urnengang.presentation.graphic.Icon;

/**
 * A sentence with a sign.
 *
 * @param tone {@code ok}, {@code warn} or nothing
 * @param icon the sign
 * @param strong what matters
 * @param rest what explains it
 */
public record Note(String tone, Icon icon, String strong, String rest) {}
