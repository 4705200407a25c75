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
 * § 6 BWahlG 2020: each list counts with its districts or the rounded mean of districts and first
 * distribution (Abs. 5 Satz 2), each party at least with its first distribution (Satz 3); some
 * overhang seats are not levelled (Satz 4).
 */
final class Bundestag2020 implements SeatLaw<BundestagElection, SeatResult> {
  private static final String LAW = "§ 6 BWahlG 2020";

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2020;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    Working working = new Working(lots);
    int kept = election.rules().overhangKept().value();
    return Constituencies.decide(election, working, "§ 5 BWahlG 2020")
        .then(constituencies -> FirstDistribution.of(constituencies, working, LAW))
        .then(first -> second(first, kept).calculate(working, LAW));
  }

  private static SecondDistribution second(FirstDistribution first, int kept) {
    SortedMap<String, Enlargement.Need> needs = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> minimum = new TreeMap<>();
    for (String party : first.admitted().lists().keySet()) {
      SortedMap<String, Integer> lists = first.lists(party, Bundestag2020::minimum);
      int assigned = sum(lists);
      int quotas = sum(first.lists(party, (districtsWon, quota) -> quota));
      int overhang =
          sum(first.lists(party, (districtsWon, quota) -> Math.max(0, districtsWon - quota)));
      needs.put(
          party,
          new Enlargement.Need(Math.max(quotas, assigned - overhang), Math.max(quotas, assigned)));
      minimum.put(party, lists);
    }
    return new SecondDistribution(
        first, new Enlargement(first.admitted().parties(), needs, kept), minimum);
  }

  private static int minimum(int districtsWon, int quota) {
    return Math.max(districtsWon, Math.ceilDiv(districtsWon + quota, 2));
  }

  private static int sum(SortedMap<String, Integer> numbers) {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }
}
