package org.urnengang.office.access;

import java.util.List;

/**
 * The authorities of an administrator and the programs that report for them.
 *
 * @param token of a program, shown once; empty otherwise
 * @param problem key of what is wrong with what was typed, empty for nothing
 */
public record AuthoritiesPage(
    List<Line> authorities,
    List<PeoplePage.Choice> choices,
    List<String> kinds,
    List<Program> programs,
    String token,
    String problem) {

  /** An authority in the tree. */
  public record Line(String name, String key, String kind, int depth) {
    public String indented() {
      return "\u2003".repeat(depth) + name;
    }
  }

  /** A program that has a token. */
  public record Program(
      long id, String name, String tenant, String role, boolean rehearsals, String expires) {}
}
