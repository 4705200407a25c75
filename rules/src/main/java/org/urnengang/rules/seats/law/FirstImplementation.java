package org.urnengang.rules.seats.law;

import java.util.List;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatImplementation;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.quotient.HighestQuotients;
import org.urnengang.rules.seats.quotient.LargestRemainders;

/** Die erste Umsetzung: highest quotients with a priority queue, and largest remainders. */
public final class FirstImplementation implements SeatImplementation {
  private static final List<ApportionmentMethod> METHODS =
      List.of(
          new HighestQuotients(MethodKind.SAINTE_LAGUE),
          new HighestQuotients(MethodKind.D_HONDT),
          new LargestRemainders());
  private static final List<SeatLaw<?, ?>> LAWS =
      List.of(
          new Bundestag2013(),
          new Bundestag2020(),
          new Bundestag2023(),
          new EuropeanLaw(),
          new LandtagNrw(),
          new CouncilNrw(),
          new MayorNrw(),
          new ReferendumsNrw(),
          new CouncilLowerSaxony(),
          new ListFilling());

  /** Has no state: every instance is the same. */
  public FirstImplementation() {}

  @Override
  public String name() {
    return "highest-quotient";
  }

  @Override
  public List<ApportionmentMethod> methods() {
    return METHODS;
  }

  @Override
  public List<SeatLaw<?, ?>> laws() {
    return LAWS;
  }
}
