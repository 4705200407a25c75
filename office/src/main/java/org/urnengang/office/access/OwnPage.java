package org.urnengang.office.access;

import java.util.List;

/** What somebody sees of their own access. */
public record OwnPage(String name, String login, List<String> roles, List<String> ways) {}
