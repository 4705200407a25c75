package org.urnengang.rules.seats.divisor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;

/**
 * §§ 4 to 6 BWahlG 2023: Oberverteilung to the parties, Unterverteilung to their lists, and a
 * district seat only where second votes cover it.
 */
final class Bundestag2023 implements SeatLaw<BundestagElection, SeatResult> {
  private static final String DISTRIBUTION = "§§ 4, 5 BWahlG 2023";

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2023;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    Working working = new Working(lots);
    return Constituencies.decide(election, working, "§ 6 Abs. 1 bis 3 BWahlG 2023")
        .then(constituencies -> distribute(constituencies, working));
  }

  private static Allocation<SeatResult> distribute(Constituencies constituencies, Working working) {
    Map<String, Integer> independents = constituencies.count(constituencies::wonByIndependent);
    int seats =
        constituencies.election().rules().seats().value()
            - independents.values().stream().mapToInt(Integer::intValue).sum();
    if (seats < 0) {
      return working.undecidable(Reason.TOO_FEW_SEATS);
    }
    Admitted admitted = Admitted.of(constituencies);
    return working
        .divide(Stage.of(Stage.Kind.PARTIES), seats, admitted.parties(), DISTRIBUTION)
        .then(
            table ->
                working.each(
                    table.seats().keySet(), party -> toLists(party, table, admitted, working)))
        .then(lists -> new Coverage(constituencies, lists, working).result());
  }

  private static Allocation<SeatTable> toLists(
      String party, SeatTable table, Admitted admitted, Working working) {
    int own = table.seatsOf(party);
    boolean majority =
        MajorityOfSeats.missed(admitted.parties(), admitted.votes(), table)
            .filter(party::equals)
            .isPresent();
    int seats = majority ? own + MajorityOfSeats.additional(own, table.total()) : own;
    List<Claim> lists =
        admitted.of(party).entrySet().stream()
            .map(list -> Claim.of(list.getKey(), list.getValue()))
            .toList();
    return working.divide(new Stage(Stage.Kind.PARTY_LISTS, party), seats, lists, DISTRIBUTION);
  }

  /** Who keeps a district seat, for each list in the order of Länder and parties. */
  private record Coverage(
      Constituencies constituencies, SortedMap<String, SeatTable> lists, Working working) {

    Allocation<SeatResult> result() {
      return working
          .each(
              constituencies.election().lands().keySet(),
              land -> working.each(lists.keySet(), party -> covered(land, party)))
          .then(covered -> working.found(count(covered)));
    }

    private Allocation<SortedSet<String>> covered(String land, String party) {
      return new SecondVoteCoverage(constituencies, working)
          .covered(land, party, seats(party, land));
    }

    private int seats(String party, String land) {
      SeatTable table = lists.get(party);
      return table == null ? 0 : table.seatsOf(land);
    }

    private SeatResult count(SortedMap<String, SortedMap<String, SortedSet<String>>> covered) {
      SeatCount count = new SeatCount();
      lists.forEach(
          (party, table) -> table.seats().forEach((land, seats) -> count.add(land, party, seats)));
      constituencies
          .winners()
          .forEach(
              (district, winner) -> {
                String land = constituencies.district(district).land();
                boolean independent = constituencies.wonByIndependent(district);
                if (independent) {
                  count.add(land, winner, 1);
                }
                boolean isCovered =
                    covered.getOrDefault(land, Collections.emptySortedMap()).values().stream()
                        .anyMatch(districts -> districts.contains(district));
                count.district(district, winner, independent || isCovered);
              });
      return count.result();
    }
  }
}
