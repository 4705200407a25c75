package org.urnengang.rules.seats.divisor;

import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;

/**
 * § 6 BWahlG 2013: each party keeps its seats of the first distribution and, on top, the districts
 * won beyond them (Abs. 5 Satz 1); each list at least its districts (Abs. 6 Satz 2).
 */
final class Bundestag2013 implements SeatLaw<BundestagElection, SeatResult> {
  private static final String LAW = "§ 6 BWahlG 2013";

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2013;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    Working working = new Working(lots);
    return Constituencies.decide(election, working, "§ 5 BWahlG 2013")
        .then(constituencies -> FirstDistribution.of(constituencies, working, LAW))
        .then(first -> second(first).calculate(working, LAW));
  }

  private static SecondDistribution second(FirstDistribution first) {
    SortedMap<String, Enlargement.Need> needs = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> minimum = new TreeMap<>();
    for (String party : first.admitted().lists().keySet()) {
      int claim = first.lists(party, Math::max).values().stream().mapToInt(Integer::intValue).sum();
      needs.put(party, new Enlargement.Need(claim, claim));
      minimum.put(party, first.lists(party, (districtsWon, quota) -> districtsWon));
    }
    return new SecondDistribution(
        first, new Enlargement(first.admitted().parties(), needs, 0), minimum);
  }
}
