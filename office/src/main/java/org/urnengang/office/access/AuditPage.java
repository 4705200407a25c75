package org.urnengang.office.access;

import java.util.List;

/**
 * The audit trail.
 *
 * @param days keys of the days that can be looked for
 * @param more address of the older events, empty if there are none
 * @param export address of all that match, as CSV
 */
public record AuditPage(
    Search search,
    List<String> kinds,
    List<String> days,
    List<Line> lines,
    String more,
    String export) {

  /** What was looked for. */
  public record Search(String text, String kind, String day, String from, String to) {}

  /**
   * An event.
   *
   * @param number its place in the chain, empty while it has none
   * @param hash the beginning of its hash
   */
  public record Line(
      String number, String at, String kind, String sentence, String place, String hash) {}
}
