package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.law.Winners.Winner;

/**
 * §§ 4 to 6 BWahlG as of 14 June 2023 (Bundestag 2025): seats to parties, then to their lists; a
 * district winner needs cover by second votes.
 */
final class Bundestag2023 implements SeatLaw<BundestagElection, SeatResult> {
  private static final String STATUTE = " BWahlG 2023";

  @Override
  public LawKey<BundestagElection, SeatResult> key() {
    return Laws.BUNDESTAG_2023;
  }

  @Override
  public Allocation<SeatResult> calculate(BundestagElection election, Lots lots) {
    Course course = new Course(lots);
    return Winners.of(election, course, "§ 6 Abs. 1 Satz 1, Abs. 2, 3" + STATUTE)
        .then(winners -> toParties(election, winners, course));
  }

  private static Allocation<SeatResult> toParties(
      BundestagElection election, SortedMap<String, Winner> winners, Course course) {
    int seats = election.rules().seats().value();
    int independents =
        Math.toIntExact(winners.values().stream().filter(Winner::independent).count());
    if (independents > 0) {
      course.note(new Step.Subtraction("", seats, independents, "§ 4 Abs. 1 Satz 2" + STATUTE));
    }
    if (independents > seats) {
      return course.waitFor(Reason.TOO_FEW_SEATS);
    }
    SortedSet<String> admitted = Admission.of(election, winners.values(), course);
    ListTable lists = new ListTable(election, List.of(), admitted);
    List<Claim> claims = new ArrayList<>();
    lists.votes().forEach((party, votes) -> claims.add(Claim.of(party, votes)));
    return course
        .sainteLague(
            Stage.of(Stage.Kind.PARTIES), seats - independents, claims, "§ 4 Abs. 2, § 5" + STATUTE)
        .then(
            table -> {
              SortedMap<String, Integer> parties =
                  MajorityClause.apply(
                      lists.votes(), table.seats(), course, "§ 4 Abs. 4" + STATUTE);
              return course
                  .each(parties, (party, count) -> toLists(party, count, lists, course))
                  .then(tables -> cover(winners, lists, tables, course));
            });
  }

  private static Allocation<SeatTable> toLists(
      String party, int seats, ListTable lists, Course course) {
    return course.sainteLague(
        new Stage(Stage.Kind.PARTY_LISTS, party),
        seats,
        lists.landClaims(party),
        "§ 4 Abs. 3, § 5" + STATUTE);
  }

  private static Allocation<SeatResult> cover(
      SortedMap<String, Winner> winners,
      ListTable lists,
      SortedMap<String, SeatTable> tables,
      Course course) {
    ResultBuilder result = new ResultBuilder();
    tables.forEach(
        (party, table) -> table.seats().forEach((land, seats) -> result.add(land, party, seats)));
    SortedMap<String, List<Winner>> byList = new TreeMap<>();
    for (Winner winner : winners.values()) {
      if (winner.independent()) {
        result.add(winner.land(), winner.candidate(), 1);
      }
      byList
          .computeIfAbsent(
              winner.land() + "/" + (winner.independent() ? "" : winner.candidate()),
              list -> new ArrayList<>())
          .add(winner);
    }
    Coverage coverage = new Coverage(lists, tables, course);
    return course
        .each(byList, coverage::of)
        .then(
            seated -> {
              for (Winner winner : winners.values()) {
                boolean covered =
                    seated.values().stream().anyMatch(set -> set.contains(winner.district()));
                result.district(winner.district(), winner.candidate(), covered);
              }
              return course.finish(result.build());
            });
  }
}
