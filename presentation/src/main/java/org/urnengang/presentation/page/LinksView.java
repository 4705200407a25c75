package org.urnengang.presentation.page;

import java.util.List;

/**
 * A page that leads to others.
 *
 * @param frame what stands around it
 * @param lead what they are
 * @param links where they are
 */
public record LinksView(Frame frame, String lead, List<Link> links) {}
