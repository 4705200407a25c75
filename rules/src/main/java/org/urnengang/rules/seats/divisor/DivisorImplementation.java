package org.urnengang.rules.seats.divisor;

import java.util.List;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.SeatImplementation;
import org.urnengang.rules.seats.SeatLaw;

/** Zweite Umsetzung aller Verfahren und Gesetze, by search for the divisor. */
public final class DivisorImplementation implements SeatImplementation {

  @Override
  public String name() {
    return "divisor-search";
  }

  @Override
  public List<ApportionmentMethod> methods() {
    return List.of(
        new DivisorSearch(Rounding.STANDARD),
        new DivisorSearch(Rounding.DOWN),
        new RemainderThreshold());
  }

  @Override
  public List<SeatLaw<?, ?>> laws() {
    return List.of(
        new Bundestag2013(),
        new Bundestag2020(),
        new Bundestag2023(),
        new EuropeanParliament(),
        new LandtagOfNrw(),
        new CouncilOfNrw(),
        new HeadOfAdministration(),
        new SimultaneousReferendums(),
        new CouncilOfLowerSaxony(),
        new OccupiedList());
  }
}
