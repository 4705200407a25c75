package org.urnengang.rules.seats.divisor;

import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;

/**
 * §§ 14, 33 LWahlG NRW: lists above the threshold share the seats that winners without such a list
 * leave; overhang enlarges the Landtag.
 */
final class LandtagOfNrw implements SeatLaw<LandtagElection, SeatResult> {

  @Override
  public LawKey<LandtagElection, SeatResult> key() {
    return Laws.LANDTAG_NRW;
  }

  @Override
  public Allocation<SeatResult> calculate(LandtagElection election, Lots lots) {
    Working working = new Working(lots);
    LandtagElection.Rules rules = election.rules();
    Contest contest =
        Contest.of(
            election.contenders(),
            contender ->
                contender.hasList()
                    && rules
                        .threshold()
                        .value()
                        .isReachedBy(contender.votes(), election.validSecondVotes()));
    int seats = rules.seats().value() - contest.outsideSeats();
    if (seats < 0) {
      return working.undecidable(Reason.TOO_FEW_SEATS);
    }
    return new LevelledHouse(contest, false, rules.parity().value(), "§ 33 LWahlG NRW")
        .distribute(seats, working)
        .then(table -> working.found(contest.count(table.seats()).result()));
  }
}
