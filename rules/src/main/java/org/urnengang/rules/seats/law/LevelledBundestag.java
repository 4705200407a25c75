package org.urnengang.rules.seats.law;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.law.Winners.Winner;

/**
 * Sitzverteilung des Bundestages mit Ausgleich (§ 6 BWahlG 2013 and 2020): first distribution in
 * the Länder, enlargement until everybody keeps what the first distribution and the districts
 * brought, second distribution to parties and their lists.
 */
final class LevelledBundestag {

  /** Worin sich die Fassungen unterscheiden. */
  interface Version {
    /** Name of the statute in paragraphs, for example {@code BWahlG 2013}. */
    String statute();

    /** Seats to which a list is entitled before levelling. */
    int listMinimum(int districtsWon, int quota);

    /** Seats that a list receives at least in the second distribution. */
    int lastMinimum(int districtsWon, int quota);
  }

  private final Version version;
  private final BundestagElection election;
  private final Course course;
  private final SortedMap<String, Winner> winners;
  private final SortedSet<String> admitted;
  private final ListTable lists;

  private LevelledBundestag(
      Version version,
      BundestagElection election,
      Course course,
      SortedMap<String, Winner> winners) {
    this.version = version;
    this.election = election;
    this.course = course;
    this.winners = winners;
    this.admitted = Admission.of(election, winners.values(), course);
    this.lists = new ListTable(election, winners.values(), admitted);
  }

  static Allocation<SeatResult> calculate(
      Version version, BundestagElection election, Course course) {
    return Winners.of(election, course, "§ 5 " + version.statute())
        .then(
            winners ->
                new LevelledBundestag(version, election, course, winners).firstDistribution());
  }

  private String law(String paragraph) {
    return paragraph + " " + version.statute();
  }

  private Allocation<SeatResult> firstDistribution() {
    List<Claim> claims = new ArrayList<>();
    election.lands().forEach((key, land) -> claims.add(Claim.of(key, land.inhabitants())));
    return course
        .sainteLague(
            Stage.of(Stage.Kind.LAND_SEATS),
            election.rules().seats().value(),
            claims,
            law("§ 6 Abs. 2 Satz 1"))
        .then(table -> course.each(table.seats(), this::inLand))
        .then(this::levelled);
  }

  private Allocation<SeatTable> inLand(String land, int landSeats) {
    int outside = lists.outside(land);
    if (outside > 0) {
      course.note(new Step.Subtraction(land, landSeats, outside, law("§ 6 Abs. 1 Satz 3")));
    }
    if (outside > landSeats) {
      return course.waitFor(Reason.TOO_FEW_SEATS);
    }
    return course.sainteLague(
        new Stage(Stage.Kind.LAND_LISTS, land),
        landSeats - outside,
        lists.claims(land),
        law("§ 6 Abs. 2 Satz 2"));
  }

  private Allocation<SeatResult> levelled(SortedMap<String, SeatTable> quotas) {
    SortedMap<String, SortedMap<String, Integer>> lastMinimum = new TreeMap<>();
    List<Enlarging.Demand> demands = new ArrayList<>();
    for (String party : admitted) {
      demands.add(demand(party, quotas, lastMinimum));
    }
    int base = election.rules().seats().value() - lists.outside();
    return new Enlarging(
            demands, election.rules().overhangKept().value(), law("§ 6 Abs. 5, 6"), course)
        .from(base)
        .then(
            seats -> {
              SortedMap<String, Integer> parties =
                  MajorityClause.apply(lists.votes(), seats, course, law("§ 6 Abs. 7"));
              return course
                  .each(
                      parties,
                      (party, count) ->
                          toLists(party, count, lastMinimum.getOrDefault(party, new TreeMap<>())))
                  .then(tables -> course.finish(result(tables)));
            });
  }

  private Enlarging.Demand demand(
      String party,
      SortedMap<String, SeatTable> quotas,
      SortedMap<String, SortedMap<String, Integer>> lastMinimum) {
    SortedMap<String, Integer> last = new TreeMap<>();
    int[] sums = new int[3];
    quotas.forEach(
        (land, table) -> {
          if (!lists.isListed(land, party)) {
            return;
          }
          int won = lists.won(land, party);
          int quota = table.seatsOf(party);
          int minimum = version.listMinimum(won, quota);
          course.note(new Step.ListMinimum(land, party, won, quota, minimum, law("§ 6 Abs. 5")));
          sums[0] += quota;
          sums[1] += minimum;
          sums[2] += Math.max(0, won - quota);
          last.put(land, version.lastMinimum(won, quota));
        });
    lastMinimum.put(party, last);
    int claim = Math.max(sums[0], sums[1]);
    course.note(new Step.PartyClaim(party, sums[0], sums[2], claim, law("§ 6 Abs. 5")));
    int least =
        election.rules().overhangKept().value() == 0 ? claim : Math.max(sums[0], sums[1] - sums[2]);
    return new Enlarging.Demand(party, lists.votes(party), claim, least);
  }

  private Allocation<SeatTable> toLists(
      String party, int seats, SortedMap<String, Integer> minimum) {
    List<Claim> claims = new ArrayList<>();
    minimum.forEach((land, least) -> claims.add(new Claim(land, lists.votes(land, party), least)));
    return course.sainteLague(
        new Stage(Stage.Kind.PARTY_LISTS, party), seats, claims, law("§ 6 Abs. 6 Satz 2"));
  }

  private SeatResult result(SortedMap<String, SeatTable> tables) {
    ResultBuilder result = new ResultBuilder();
    tables.forEach(
        (party, table) -> table.seats().forEach((land, seats) -> result.add(land, party, seats)));
    for (Winner winner : winners.values()) {
      if (lists.isOutside(winner)) {
        result.add(winner.land(), winner.candidate(), 1);
      }
      result.district(winner.district(), winner.candidate(), true);
    }
    return result.build();
  }
}
