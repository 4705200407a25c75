package org.urnengang.rules.seats.law;

import java.util.SortedMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.CouncilElection.ByInhabitants;
import org.urnengang.rules.seats.CouncilElection.Known;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Legal;
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
    return switch (election.size()) {
      case Known known -> known.seats();
      case ByInhabitants size -> byInhabitants(size, election.rules(), course);
    };
  }

  private static int byInhabitants(ByInhabitants size, CouncilElection.Rules rules, Course course) {
    Legal<SortedMap<Long, Integer>> table = size.county() ? rules.county() : rules.municipality();
    SortedMap<Long, Integer> rows = table.value().tailMap(size.inhabitants());
    if (rows.isEmpty() || size.inhabitants() < 0) {
      throw new InvalidSeatInput(size.inhabitants() + " Einwohner stehen nicht in der Tabelle");
    }
    int full = rows.values().iterator().next();
    int seats = full - size.reduction();
    boolean fits =
        size.reduction() >= 0
            && size.reduction() <= rules.greatestReduction().value()
            && (size.reduction() == 0 || seats >= rules.smallest().value())
            && rules.parity().value().atLeast(seats) == seats;
    if (!fits) {
      throw new InvalidSeatInput(
          "Satzung verringert " + full + " Vertreter um " + size.reduction());
    }
    course.note(
        new Step.CouncilSize(size.inhabitants(), full, size.reduction(), seats, table.law()));
    return seats;
  }
}
