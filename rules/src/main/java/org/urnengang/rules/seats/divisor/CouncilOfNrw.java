package org.urnengang.rules.seats.divisor;

import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Share;

/**
 * §§ 3, 33 KWahlG NRW: lists share the seats that winners without a list leave (Abs. 1, 2),
 * overhang enlarges the council (Abs. 3), a majority of votes receives a further seat (Abs. 4).
 */
final class CouncilOfNrw implements SeatLaw<CouncilElection, SeatResult> {

  @Override
  public LawKey<CouncilElection, SeatResult> key() {
    return Laws.RAT_NRW;
  }

  @Override
  public Allocation<SeatResult> calculate(CouncilElection election, Lots lots) {
    Working working = new Working(lots);
    CouncilElection.Rules rules = election.rules();
    long cast = election.contenders().values().stream().mapToLong(Contender::votes).sum();
    Share threshold = rules.threshold().value();
    Contest contest =
        Contest.of(
            election.contenders(),
            contender -> contender.hasList() && threshold.isReachedBy(contender.votes(), cast));
    int seats = size(election.size(), rules) - contest.outsideSeats();
    if (seats < 0) {
      return working.undecidable(Reason.TOO_FEW_SEATS);
    }
    return new LevelledHouse(
            contest,
            rules.levellingNeedsSeat().value(),
            rules.parity().value(),
            "§ 33 Abs. 2, 3 KWahlG NRW")
        .distribute(seats, working)
        .then(table -> new FurtherSeat(contest, table).seats(working))
        .then(shared -> working.found(contest.count(shared).result()));
  }

  private static int size(CouncilElection.Size size, CouncilElection.Rules rules) {
    return new Membership(
            rules.municipality().value(),
            rules.county().value(),
            rules.greatestReduction().value(),
            rules.smallest().value(),
            rules.parity().value())
        .members(size);
  }
}
