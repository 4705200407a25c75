package org.urnengang.office.election;

import java.util.List;

/**
 * What holds for a whole day in preparation.
 *
 * @param authorities who may report districts
 * @param problems what is wrong here
 */
public record SetupDayPage(
    SetupFrame around,
    String date,
    boolean rehearsal,
    String title,
    String subtitle,
    String ledger,
    String source,
    List<Authority> authorities,
    List<String> problems) {
  public SetupDayPage {
    authorities = List.copyOf(authorities);
    problems = List.copyOf(problems);
  }

  /** One authority; {@code id} is 0 for the empty lines at the end. */
  public record Authority(String id, String key, String name, String vkey) {}
}
