package org.urnengang.ledger.seats;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MayorElection;

/** Bürgermeister und Landräte (§ 46c KWahlG NRW). */
final class MayorOutcome {
  private MayorOutcome() {}

  static Optional<Outcome.Person> of(MayorElection.Round round, CountedVotes counted, Lots lots) {
    int scope = counted.scope();
    int options = counted.election().options().size();
    if (counted.tally().progress(scope).isEmpty()
        || (round == MayorElection.Round.RUN_OFF && options != 2)) {
      return Optional.empty();
    }
    SortedMap<String, Long> votes = new TreeMap<>();
    for (BallotOption option : counted.election().options()) {
      votes.put(counted.key(option.no()), counted.votes(scope, 0, option.no()));
    }
    long voters = counted.tally().count(scope, Letters.B);
    MayorElection election =
        new MayorElection(
            MayorElection.Rules.of(LawBook.data(Laws.BUERGERMEISTER_NRW)),
            round,
            votes,
            counted.valid(scope, 0),
            voters,
            Math.max(voters, counted.tally().eligible(scope)));
    return Optional.of(
        new Outcome.Person(
            !counted.isComplete(),
            counted.numbers(),
            LawBook.both().calculate(Laws.BUERGERMEISTER_NRW, election, lots)));
  }
}
