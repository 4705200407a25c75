package org.urnengang.office.access;

import java.util.List;
import java.util.Set;

/**
 * What the page to log in shows.
 *
 * @param login what was typed
 * @param back where to go afterwards
 * @param problem key of what was wrong, empty for nothing
 * @param held whether a form waits to be sent again
 * @param account name of the place whose accounts are accepted, empty for none
 */
public record LoginPage(String login, String back, String problem, boolean held, String account) {

  /**
   * A form that is shown again.
   *
   * @param address where it goes
   */
  public record Again(String address, List<HeldField> fields) {
    private static final Set<String> NOT_TYPED = Set.of("key", "action", "do");

    /** What a person has typed of it. */
    public List<HeldField> shown() {
      return fields.stream()
          .filter(field -> !NOT_TYPED.contains(field.name()) && !field.value().isBlank())
          .toList();
    }
  }

  /** A field of it. */
  public record HeldField(String name, String value) {}

  /**
   * What the page asks for to confirm who somebody is.
   *
   * @param ways words for how the person can log in
   */
  public record Confirm(
      String name, String back, String problem, List<String> ways, boolean held, String account) {}
}
