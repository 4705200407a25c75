package org.urnengang.ledger.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionLaw;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.tally.Tally;

/**
 * Calculates the outcome of an election from its tally, by the law that the election names. An
 * election of which only a part is counted here, such as single Wahlkreise, has none.
 */
public final class Outcomes {
  private static final Map<String, Law> LAWS =
      Map.of(
          Laws.RAT_NRW.name(),
          CouncilSeats::of,
          Laws.EUROPA.name(),
          ParliamentSeats::europe,
          Laws.BUNDESTAG_2013.name(),
          (counted, lots) -> ParliamentSeats.bundestag(Laws.BUNDESTAG_2013, counted, lots),
          Laws.BUNDESTAG_2020.name(),
          (counted, lots) -> ParliamentSeats.bundestag(Laws.BUNDESTAG_2020, counted, lots),
          Laws.BUNDESTAG_2023.name(),
          (counted, lots) -> ParliamentSeats.bundestag(Laws.BUNDESTAG_2023, counted, lots),
          ElectionLaw.BUERGERMEISTER_NRW.key(),
          (counted, lots) -> MayorOutcome.of(MayorElection.Round.FIRST, counted, lots),
          ElectionLaw.STICHWAHL_NRW.key(),
          (counted, lots) -> MayorOutcome.of(MayorElection.Round.RUN_OFF, counted, lots));

  private Outcomes() {}

  private interface Law {
    Optional<? extends Outcome> outcome(CountedVotes counted, Lots lots);
  }

  /** Names of the laws by which an outcome can be calculated. */
  public static List<String> laws() {
    return LAWS.keySet().stream().sorted().toList();
  }

  /**
   * The outcome of what is counted so far.
   *
   * @throws org.urnengang.rules.seats.InvalidSeatInput if the terms of the election are none that
   *     its law allows
   */
  public static Optional<Outcome> of(ElectionDay day, Election election, Tally tally, Lots lots) {
    Law none = (counted, drawn) -> Optional.empty();
    return LAWS.getOrDefault(election.law(), none)
        .outcome(new CountedVotes(day, election, tally), lots)
        .map(outcome -> outcome);
  }
}
