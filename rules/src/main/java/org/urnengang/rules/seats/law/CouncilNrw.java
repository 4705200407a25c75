package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.CouncilElection.ByInhabitants;
import org.urnengang.rules.seats.CouncilElection.Known;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Step;

/** §§ 3, 33 KWahlG NRW: council of a municipality or Kreis. */
final class CouncilNrw implements SeatLaw<CouncilElection, SeatResult> {

  @Override
  public LawKey<CouncilElection, SeatResult> key() {
    return Laws.RAT_NRW;
  }

  @Override
  public Allocation<SeatResult> calculate(CouncilElection election, Lots lots) {
    Course course = new Course(lots);
    CouncilElection.Rules rules = election.rules();
    int size = size(election, course);
    ResultBuilder result = new ResultBuilder();
    long votes = election.contenders().values().stream().mapToLong(Contender::votes).sum();
    SortedMap<String, Contender> sharing =
        NrwLevelling.sharing(election.contenders(), votes, rules.threshold(), course, result);
    int outside = result.total();
    if (outside > 0) {
      course.note(new Step.Subtraction("", size, outside, "§ 33 Abs. 2 Satz 1 KWahlG NRW"));
    }
    if (outside > size) {
      return course.waitFor(Reason.TOO_FEW_SEATS);
    }
    return new NrwLevelling(
            sharing,
            outside,
            rules.parity(),
            rules.levellingNeedsSeat().value(),
            "§ 33 Abs. 2 KWahlG NRW",
            "§ 33 Abs. 3 KWahlG NRW",
            course)
        .distribute(size - outside)
        .then(table -> new CouncilMajority(sharing, table, course).apply())
        .then(
            seats -> {
              seats.forEach(result::add);
              return course.finish(result.build());
            });
  }

  private static int size(CouncilElection election, Course course) {
    CouncilElection.Rules rules = election.rules();
    return switch (election.size()) {
      case Known known -> known.seats();
      case ByInhabitants size ->
          new CouncilMembers(
                  size.county() ? rules.county() : rules.municipality(),
                  rules.greatestReduction().value(),
                  rules.smallest().value(),
                  rules.parity().value())
              .of(size, course);
    };
  }
}
