package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Step;

/** §§ 14, 33 LWahlG NRW. */
final class LandtagNrw implements SeatLaw<LandtagElection, SeatResult> {

  @Override
  public LawKey<LandtagElection, SeatResult> key() {
    return Laws.LANDTAG_NRW;
  }

  @Override
  public Allocation<SeatResult> calculate(LandtagElection election, Lots lots) {
    Course course = new Course(lots);
    LandtagElection.Rules rules = election.rules();
    ResultBuilder result = new ResultBuilder();
    SortedMap<String, Contender> sharing =
        NrwLevelling.sharing(
            election.contenders(), election.validSecondVotes(), rules.threshold(), course, result);
    int seats = rules.seats().value();
    int outside = result.total();
    if (outside > 0) {
      course.note(new Step.Subtraction("", seats, outside, "§ 33 Abs. 3 LWahlG NRW"));
    }
    if (outside > seats) {
      return course.waitFor(Reason.TOO_FEW_SEATS);
    }
    return new NrwLevelling(
            sharing,
            outside,
            rules.parity(),
            false,
            "§ 33 Abs. 4 LWahlG NRW",
            "§ 33 Abs. 5 LWahlG NRW",
            course)
        .distribute(seats - outside)
        .then(
            table -> {
              table.seats().forEach(result::add);
              return course.finish(result.build());
            });
  }
}
