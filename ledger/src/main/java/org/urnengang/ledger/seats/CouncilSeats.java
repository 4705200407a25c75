package org.urnengang.ledger.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;

/** Räte und Kreistage in Nordrhein-Westfalen (§§ 32, 33 KWahlG NRW). */
final class CouncilSeats {
  private final CountedVotes counted;
  private final Lots lots;
  private final SortedMap<String, String> winners = new TreeMap<>();
  private Optional<LotCase> openTie = Optional.empty();

  private CouncilSeats(CountedVotes counted, Lots lots) {
    this.counted = counted;
    this.lots = lots;
  }

  static Optional<Outcome.Seats> of(CountedVotes counted, Lots lots) {
    return Optional.ofNullable(
            counted.election().seats().inhabitants().get(counted.election().scope()))
        .map(inhabitants -> new CouncilSeats(counted, lots).seats(inhabitants));
  }

  private Outcome.Seats seats(long inhabitants) {
    counted.areas(AreaLevel.CONSTITUENCY).forEach(this::elect);
    CouncilElection election =
        new CouncilElection(
            CouncilElection.Rules.of(LawBook.data(Laws.RAT_NRW)),
            new CouncilElection.ByInhabitants(
                counted.day().areas().area(counted.scope()).level() == AreaLevel.COUNTY,
                inhabitants,
                counted.election().seats().reduction()),
            contenders());
    Verdict<SeatResult> verdict =
        openTie.isPresent()
            ? new Agreement<>(new LotRequired<>(openTie.get(), List.of()))
            : LawBook.both().calculate(Laws.RAT_NRW, election, lots);
    return new Outcome.Seats(
        !counted.isComplete(), counted.numbers(), verdict, winners, persons(verdict));
  }

  /** The most votes win; a tie is for a lot once all is counted there (§ 32 KWahlG). */
  private void elect(String id, int area) {
    SortedSet<String> leading = counted.leading(area);
    if (leading.size() == 1) {
      winners.put(id, leading.first());
    } else if (leading.size() > 1) {
      LotCase tie = CountedVotes.tie(counted.day().areas().area(area), leading);
      Optional<SortedSet<String>> drawn = lots.drawn(tie);
      drawn.ifPresent(winner -> winners.put(id, winner.first()));
      if (drawn.isEmpty() && openTie.isEmpty() && counted.tally().progress(area).isComplete()) {
        openTie = Optional.of(tie);
      }
    }
  }

  private SortedMap<String, Contender> contenders() {
    SortedMap<String, Contender> contenders = new TreeMap<>();
    counted
        .numbers()
        .forEach(
            (key, no) ->
                contenders.put(
                    key,
                    new Contender(
                        counted.votes(counted.scope(), counted.listVote(), no),
                        Math.toIntExact(winners.values().stream().filter(key::equals).count()),
                        counted.list(counted.election().scope(), no).isPresent())));
    return contenders;
  }

  private SortedMap<String, ListSeats.Filled> persons(Verdict<SeatResult> verdict) {
    SortedMap<String, ListSeats.Filled> persons = new TreeMap<>();
    if (verdict instanceof Agreement<SeatResult>(Allocated<SeatResult> seats)) {
      seats
          .result()
          .parties()
          .forEach(
              (key, number) -> filled(key, number).ifPresent(filled -> persons.put(key, filled)));
    }
    return persons;
  }

  private Optional<ListSeats.Filled> filled(String key, int seats) {
    int no = counted.numbers().getOrDefault(key, 0);
    SortedMap<String, String> direct = new TreeMap<>();
    for (Map.Entry<String, String> won : winners.entrySet()) {
      if (won.getValue().equals(key)) {
        direct.put(won.getKey(), counted.nominee(won.getKey(), no));
      }
    }
    List<String> list =
        counted.list(counted.election().scope(), no).map(CandidateList::persons).orElse(List.of());
    ListSeats question =
        new ListSeats(key, seats, direct, List.of(), list, new TreeSet<>(), new TreeSet<>(), true);
    return LawBook.both().calculate(Laws.LISTENBESETZUNG, question, lots)
            instanceof Agreement<ListSeats.Filled>(Allocated<ListSeats.Filled> allocated)
        ? Optional.of(allocated.result())
        : Optional.empty();
  }
}
