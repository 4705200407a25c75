package org.urnengang.office.publication;

import java.util.List;

/**
 * The office's first page.
 *
 * @param days its election days, the latest first
 * @param mayPrepare whether this person may prepare days
 * @param targets where their ledgers are sent
 */
public record HomePage(List<DayLine> days, boolean mayPrepare, List<TargetLine> targets) {
  public HomePage {
    days = List.copyOf(days);
    targets = List.copyOf(targets);
  }

  /** One day. */
  public record DayLine(
      String key,
      String date,
      String title,
      String subtitle,
      boolean rehearsal,
      String elections) {}

  /**
   * One ledger on its way to one target.
   *
   * @param lag entries that are signed and not there yet
   * @param trouble why, if something is wrong
   */
  public record TargetLine(String day, String target, long size, long lag, String trouble) {}
}
