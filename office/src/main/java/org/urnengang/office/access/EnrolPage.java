package org.urnengang.office.access;

/**
 * What the page to enrol shows.
 *
 * @param word of the link
 * @param first whether this is the first person, who chooses name and log-in
 * @param secret of the one-time codes, in groups as people type it
 * @param field that was refused, empty for none
 * @param problem key of why
 * @param account name of the place whose accounts are accepted, empty for none
 */
public record EnrolPage(
    String word,
    boolean first,
    String name,
    String login,
    String secret,
    int codeSize,
    String codePath,
    String field,
    String problem,
    String account) {
  public boolean refused(String which) {
    return field.equals(which);
  }

  /**
   * The page on which a passkey is made.
   *
   * @param back where it is given up
   * @param done where the form goes when it is made
   */
  public record Passkey(String name, String back, String done) {}

  /** The page from which one goes to log in elsewhere. */
  public record Account(String host) {}
}
