package org.urnengang.rules.record;

import java.util.BitSet;
import java.util.List;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.election.Vote;

/**
 * Vordruck der Schnellmeldung (Anlage 28 BWO) of one district: which letters it must and may have.
 *
 * @param letters the columns of the election
 * @param kind how the district's votes are cast
 * @param ballots its ballots, one per vote, in the order of the votes
 * @param required columns that must be there
 * @param optional columns that may be there
 */
public record Form(
    Letters letters, DistrictKind kind, List<Ballot> ballots, BitSet required, BitSet optional) {

  /**
   * The form of this district.
   *
   * @param area index of a district of the election
   * @throws InvalidElection if the area is no district or has no ballot of a vote
   */
  public static Form of(ElectionDay day, Election election, Letters letters, int area) {
    DistrictKind kind =
        day.areas()
            .area(area)
            .district()
            .map(CountingDistrict::kind)
            .orElseThrow(
                () -> new InvalidElection(day.areas().area(area).id() + " ist kein Wahlbezirk"));
    List<Ballot> ballots =
        election.votes().stream().map(vote -> ballotOf(day.areas(), election, vote, area)).toList();
    BitSet required = new BitSet(letters.size());
    BitSet optional = new BitSet(letters.size());
    required.set(Letters.B);
    required.set(Letters.B1);
    switch (kind) {
      case POLLING -> {
        required.set(Letters.A1, Letters.A2 + 1);
        optional.set(Letters.A3);
      }
      case SPECIAL -> optional.set(Letters.A1, Letters.A3 + 1);
      case POSTAL -> {}
    }
    for (int vote = 0; vote < ballots.size(); vote++) {
      required.set(letters.invalid(vote));
      required.set(letters.valid(vote));
      for (Ballot.Line line : ballots.get(vote).lines()) {
        required.set(letters.option(vote, line.no()));
      }
    }
    return new Form(letters, kind, ballots, required, optional);
  }

  /** The ballot of the smallest scope around the district: the last found on the way down. */
  private static Ballot ballotOf(AreaGraph areas, Election election, Vote vote, int area) {
    Ballot nearest = null;
    for (Ballot ballot : election.ballots()) {
      if (!ballot.vote().equals(vote.key())
          || !areas.isWithin(area, areas.indexOf(ballot.scope()))) {
        continue;
      }
      if (nearest == null
          || areas.isWithin(areas.indexOf(ballot.scope()), areas.indexOf(nearest.scope()))) {
        nearest = ballot;
      }
    }
    if (nearest == null) {
      throw new InvalidElection(
          "Wahlbezirk "
              + areas.area(area).id()
              + ": kein Stimmzettel für "
              + election.key()
              + ", "
              + vote.name());
    }
    return nearest;
  }
}
