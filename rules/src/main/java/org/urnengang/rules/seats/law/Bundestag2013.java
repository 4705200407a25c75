package org.urnengang.rules.seats.law;

import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;

/** § 6 BWahlG as of 3 May 2013 (Bundestag 2013 and 2017): all overhang seats are levelled. */
final class Bundestag2013
    implements SeatLaw<BundestagElection, SeatResult>, LevelledBundestag.Version {

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2013;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    return LevelledBundestag.calculate(this, election, new Course(lots));
  }

  @Override
  public String statute() {
    return "BWahlG 2013";
  }

  /** § 6 Abs. 5 Satz 1: the first distribution and what the districts brought beyond it. */
  @Override
  public int listMinimum(int districtsWon, int quota) {
    return Math.max(districtsWon, quota);
  }

  /** § 6 Abs. 6 Satz 2: the districts won. */
  @Override
  public int lastMinimum(int districtsWon, int quota) {
    return districtsWon;
  }
}
