package org.urnengang.office.election;

/**
 * Proof that a rehearsal is gone.
 *
 * @param at when, as people say it
 * @param gone whether nothing of it was found when this page was made
 */
public record DeletionPage(
    String day,
    String at,
    String vkey,
    String note,
    long entries,
    long reports,
    boolean gone,
    String now) {}
