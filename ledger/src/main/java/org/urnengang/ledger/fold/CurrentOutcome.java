package org.urnengang.ledger.fold;

import java.util.Optional;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.seats.DrawnLots;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.ledger.seats.Outcomes;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.tally.Tally;

/** What the law makes of the counted votes and the drawn lots, calculated when somebody asks. */
final class CurrentOutcome {
  private final ElectionDay day;
  private final Election election;
  private final Tally tally;
  private final DrawnLots lots = new DrawnLots();
  private Optional<Outcome> outcome;
  private boolean isOld;

  CurrentOutcome(ElectionDay day, Election election, Tally tally) {
    this.day = day;
    this.election = election;
    this.tally = tally;
    this.outcome = Outcomes.of(day, election, tally, lots.lots());
  }

  void draw(LotDrawn lot) {
    lots.add(lot.about(), lot.candidates(), lot.drawn());
  }

  /** What it is calculated from has changed. */
  void expire() {
    isOld = true;
  }

  Optional<Outcome> get() {
    if (isOld) {
      outcome = calculated();
      isOld = false;
    }
    return outcome;
  }

  /** Early counts can hold what no whole election has: then there is nothing to calculate yet. */
  private Optional<Outcome> calculated() {
    try {
      return Outcomes.of(day, election, tally, lots.lots());
    } catch (InvalidSeatInput e) {
      return Optional.empty();
    }
  }
}
