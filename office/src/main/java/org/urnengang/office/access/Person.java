package org.urnengang.office.access;

/**
 * A person with access.
 *
 * @param tenant the authority to which the person belongs
 * @param login what the person types to log in
 */
record Person(long id, int tenant, String login, String name, boolean disabled) {}
