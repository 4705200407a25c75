package org.urnengang.ledger.seats;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;
import org.urnengang.rules.seats.BundestagElection.LandList;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.SeatResult;

/**
 * Bundestag und Europäisches Parlament, only where the whole country is counted: single Wahlkreise
 * or Länder give no distribution.
 */
final class ParliamentSeats {
  private ParliamentSeats() {}

  static Optional<Outcome.Seats> bundestag(
      LawKey<BundestagElection, SeatResult> law, CountedVotes counted, Lots lots) {
    BundestagRules rules = BundestagRules.of(LawBook.data(law));
    SortedMap<String, Integer> lands = counted.areas(AreaLevel.LAND);
    SortedMap<String, Integer> constituencies = counted.areas(AreaLevel.CONSTITUENCY);
    boolean byPopulation = !law.equals(Laws.BUNDESTAG_2023);
    boolean populationKnown =
        counted.election().seats().inhabitants().keySet().containsAll(lands.keySet());
    if (lands.size() != rules.lands().value()
        || constituencies.size() != rules.districts().value()
        || (byPopulation && !populationKnown)) {
      return Optional.empty();
    }
    SortedMap<String, Land> counts = new TreeMap<>();
    lands.forEach((id, area) -> counts.put(id, land(counted, id, area)));
    SortedMap<String, District> districts = new TreeMap<>();
    SortedMap<String, String> winners = new TreeMap<>();
    constituencies.forEach(
        (id, area) -> {
          districts.put(id, district(counted, lands, area));
          if (counted.leading(area).size() == 1) {
            winners.put(id, counted.leading(area).first());
          }
        });
    return Optional.of(
        new Outcome.Seats(
            !counted.isComplete(),
            counted.numbers(),
            LawBook.both().calculate(law, new BundestagElection(rules, counts, districts), lots),
            winners,
            new TreeMap<>()));
  }

  private static Land land(CountedVotes counted, String id, int area) {
    SortedMap<String, LandList> lists = new TreeMap<>();
    Set<Integer> ballot = counted.ballot(counted.listVote(), id);
    counted
        .numbers()
        .forEach(
            (key, no) -> {
              long votes = counted.votes(area, counted.listVote(), no);
              if (ballot.contains(no) || votes > 0) {
                lists.put(key, new LandList(votes, 0));
              }
            });
    return new Land(
        counted.election().seats().inhabitants().getOrDefault(id, 0L),
        counted.valid(area, counted.listVote()),
        lists);
  }

  /** Who stands on no ballot for lists anywhere is nobody's candidate. */
  private static District district(
      CountedVotes counted, SortedMap<String, Integer> lands, int area) {
    SortedMap<String, Long> votes = new TreeMap<>();
    TreeSet<String> independents = new TreeSet<>();
    counted
        .numbers()
        .forEach(
            (key, no) -> {
              long own = counted.votes(area, CountedVotes.firstVote(), no);
              if (own > 0) {
                votes.put(key, own);
                if (counted.votes(counted.scope(), counted.listVote(), no) == 0) {
                  independents.add(key);
                }
              }
            });
    String land =
        lands.entrySet().stream()
            .filter(entry -> counted.day().areas().isWithin(area, entry.getValue()))
            .map(java.util.Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return new District(land, counted.valid(area, CountedVotes.firstVote()), votes, independents);
  }

  static Optional<Outcome.Seats> europe(CountedVotes counted, Lots lots) {
    SortedMap<String, Integer> lands = counted.areas(AreaLevel.LAND);
    BundestagRules country = BundestagRules.of(LawBook.data(Laws.BUNDESTAG_2023));
    if (lands.size() != country.lands().value()) {
      return Optional.empty();
    }
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    counted.numbers().forEach((key, no) -> nominations.put(key, nomination(counted, lands, no)));
    EuropeanElection election =
        new EuropeanElection(
            EuropeanElection.Rules.of(LawBook.data(Laws.EUROPA)),
            counted.valid(counted.scope(), 0),
            nominations);
    return Optional.of(
        new Outcome.Seats(
            !counted.isComplete(),
            counted.numbers(),
            LawBook.both().calculate(Laws.EUROPA, election, lots),
            new TreeMap<>(),
            new TreeMap<>()));
  }

  /** Who stands in every Land has a list for all of them, who does not has one for each. */
  private static EuropeanElection.Nomination nomination(
      CountedVotes counted, SortedMap<String, Integer> lands, int no) {
    SortedMap<String, Long> votes = new TreeMap<>();
    lands.forEach(
        (id, area) -> {
          if (counted.votes(area, 0, no) > 0) {
            votes.put(id, counted.votes(area, 0, no));
          }
        });
    return votes.size() < lands.size()
        ? new EuropeanElection.LinkedLists(votes)
        : new EuropeanElection.FederalList(counted.votes(counted.scope(), 0, no));
  }
}
