package org.urnengang.rules.record;

import java.util.BitSet;
import java.util.List;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;

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

  /** Nobody can change a form. */
  public Form {
    ballots = List.copyOf(ballots);
    required = (BitSet) required.clone();
    optional = (BitSet) optional.clone();
  }

  /**
   * The form of this district. Whoever needs many of them takes {@link Forms}.
   *
   * @param area index of a district of the election
   * @throws InvalidElection if the area is no district or has not exactly one nearest ballot of a
   *     vote
   */
  public static Form of(ElectionDay day, Election election, Letters letters, int area) {
    return new Forms(day, election, letters).make(area);
  }

  /** The form of a district of this kind with these ballots, one per vote. */
  public static Form of(Letters letters, DistrictKind kind, List<Ballot> ballots) {
    BitSet required = new BitSet(letters.size());
    BitSet optional = new BitSet(letters.size());
    required.set(Letters.B);
    switch (kind) {
      case POLLING -> {
        required.set(Letters.A1, Letters.A2 + 1);
        required.set(Letters.B1);
        optional.set(Letters.A3);
      }
      case SPECIAL -> {
        optional.set(Letters.A1, Letters.A3 + 1);
        optional.set(Letters.B1);
      }
      case POSTAL -> required.set(Letters.B1);
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

  @Override
  public BitSet required() {
    return (BitSet) required.clone();
  }

  @Override
  public BitSet optional() {
    return (BitSet) optional.clone();
  }

  /** Whether this column must be there. */
  public boolean requires(int column) {
    return required.get(column);
  }

  /** Whether this column must or may be there. */
  public boolean allows(int column) {
    return required.get(column) || optional.get(column);
  }
}
