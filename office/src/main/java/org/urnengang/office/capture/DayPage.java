package org.urnengang.office.capture;

import java.util.List;

/**
 * The districts of a day.
 *
 * @param key key of the day
 * @param date as people say it
 * @param rehearsal whether it is a rehearsal
 * @param keepsRoll whether whoever looks at it keeps an electoral roll of the day
 * @param setsClock whether whoever looks at it may set the clock of a rehearsal
 * @param amends whether whoever looks at it may change the opened day
 * @param clock the day's time as people say it
 * @param closeInput when the first polls close, for the field that sets a rehearsal's clock
 * @param elections its elections
 * @param search what was asked for
 * @param rows the districts that were found, the first ones
 * @param found how many were found
 */
public record DayPage(
    String key,
    String date,
    String title,
    boolean rehearsal,
    boolean keepsRoll,
    boolean setsClock,
    boolean amends,
    String clock,
    String closeInput,
    List<ElectionLine> elections,
    Search search,
    List<Row> rows,
    int found) {
  public DayPage {
    elections = List.copyOf(elections);
    rows = List.copyOf(rows);
  }

  /** One election and how far its count has come. */
  public record ElectionLine(
      String key, String name, int expected, int released, int submitted, String pollsClose) {
    public int missing() {
      return expected - released - submitted;
    }
  }

  /**
   * What was asked for.
   *
   * @param text part of a number or name, may be empty
   * @param election key of an election, empty for all
   * @param state missing, submitted or released, empty for all
   */
  public record Search(String text, String election, String state) {}

  /** One district. */
  public record Row(
      String id,
      String name,
      String place,
      String kind,
      String election,
      String electionName,
      String state,
      String at) {}
}
