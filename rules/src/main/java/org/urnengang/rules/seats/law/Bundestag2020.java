package org.urnengang.rules.seats.law;

import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;

/**
 * § 6 BWahlG as of 14 November 2020 (Bundestag 2021 and its repetition): overhang is partly set off
 * against lists in other Länder, and a few overhang seats stay without levelling.
 */
final class Bundestag2020
    implements SeatLaw<BundestagElection, SeatResult>, LevelledBundestag.Version {

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2020;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    return LevelledBundestag.calculate(this, election, new Course(lots));
  }

  @Override
  public String statute() {
    return "BWahlG 2020";
  }

  /** § 6 Abs. 5 Satz 2: districts won, or the mean of them and the quota, rounded up. */
  @Override
  public int listMinimum(int districtsWon, int quota) {
    return Math.max(districtsWon, Math.ceilDiv(districtsWon + quota, 2));
  }

  /** § 6 Abs. 6 Satz 2: the same. */
  @Override
  public int lastMinimum(int districtsWon, int quota) {
    return listMinimum(districtsWon, quota);
  }
}
