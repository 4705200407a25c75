package org.urnengang.rules.seats.law;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/** Sieger der Wahlkreise (§ 5 BWahlG 2013, § 6 Abs. 1 to 3 BWahlG 2023): most first votes. */
final class Winners {
  private Winners() {}

  /**
   * Sieger eines Wahlkreises.
   *
   * @param candidate party, or name of an independent
   */
  record Winner(
      String district, String land, String candidate, boolean independent, long votes, long valid) {
    /** Erststimmenanteil. */
    Fraction share() {
      return new Fraction(votes, valid);
    }
  }

  /** The winners of all districts, once all Länder and districts have a result. */
  static Allocation<SortedMap<String, Winner>> of(
      BundestagElection election, Course course, String law) {
    BundestagRules rules = election.rules();
    if (election.lands().size() < rules.lands().value()) {
      return course.waitFor(Reason.LANDS_MISSING);
    }
    if (election.districts().size() < rules.districts().value()) {
      return course.waitFor(Reason.DISTRICTS_MISSING);
    }
    return course.each(election.districts(), (key, district) -> winner(key, district, course, law));
  }

  private static Allocation<Winner> winner(
      String key, District district, Course course, String law) {
    SortedSet<String> best = district.leading();
    if (best.isEmpty()) {
      return course.waitFor(Reason.NO_VOTES);
    }
    long most = district.firstVotes().getOrDefault(best.first(), 0L);
    return single(key, best, course, law)
        .then(
            candidate -> {
              course.note(
                  new Step.DistrictWon(key, candidate, most, district.validFirstVotes(), law));
              return course.done(
                  new Winner(
                      key,
                      district.land(),
                      candidate,
                      district.independents().contains(candidate),
                      most,
                      district.validFirstVotes()));
            });
  }

  private static Allocation<String> single(
      String district, SortedSet<String> best, Course course, String law) {
    if (best.size() == 1) {
      return course.done(best.first());
    }
    LotCase tie = new LotCase(new Stage(Stage.Kind.DISTRICT, district), 1, List.copyOf(best), 1);
    return course.draw(tie, law).then(drawn -> course.done(drawn.first()));
  }
}
