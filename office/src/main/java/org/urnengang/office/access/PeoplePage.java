package org.urnengang.office.access;

import java.util.List;

/**
 * The people of an administrator's authorities.
 *
 * @param search what is looked for
 * @param more whether there are more than these
 * @param authorities where somebody can be invited
 * @param roles what can be given
 * @param typed what was typed to invite somebody
 * @param problem key of what is wrong with it, empty for nothing
 * @param alone whether nobody else could restore this administrator's access
 */
public record PeoplePage(
    List<Line> people,
    String search,
    boolean more,
    List<Choice> authorities,
    List<Choice> roles,
    Typed typed,
    String problem,
    boolean alone) {

  /** A person in the list. */
  public record Line(
      long id, String name, String login, String tenant, String roles, String state) {}

  /**
   * Something to choose.
   *
   * @param depth how far it is indented
   */
  public record Choice(String value, String text, int depth) {
    public String indented() {
      return "\u2003".repeat(depth) + text;
    }
  }

  /** What was typed to invite somebody. */
  public record Typed(String name, String login, String tenant, String role) {}

  /**
   * A link that is shown once.
   *
   * @param link the link itself
   * @param back where to go on
   */
  public record Shown(String title, String lead, String link, String back) {}

  /**
   * One person.
   *
   * @param own whether it is the administrator who looks
   * @param beyond whether the person also has a role where that administrator manages nobody
   * @param ways how the person logs in, in words
   * @param occasions days and elections to which a role can be limited
   * @param asked by whom and why access is to be restored, empty if nobody asked
   * @param mayAgree whether the administrator who looks may agree to that
   */
  public record One(
      long id,
      String name,
      String login,
      String tenant,
      String state,
      boolean own,
      boolean beyond,
      List<String> ways,
      List<Given> roles,
      List<Choice> authorities,
      List<Choice> choices,
      List<Choice> occasions,
      String asked,
      boolean mayAgree,
      String problem) {}

  /** A role that was given. */
  public record Given(long id, String role, String where) {}
}
