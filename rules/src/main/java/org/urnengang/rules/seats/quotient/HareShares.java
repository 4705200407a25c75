package org.urnengang.rules.seats.quotient;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Claim;

/**
 * Exakte Anteile v·S/Σv of those who share.
 *
 * @param byRemainder largest remainder first
 * @param open seats left for the remainders
 */
public record HareShares(List<Claim> byRemainder, int seats, long votes, int open) {

  public static HareShares of(List<Claim> sharing, int seats) {
    long votes = sharing.stream().mapToLong(Claim::votes).sum();
    HareShares all = new HareShares(sharing, seats, votes, 0);
    int whole = sharing.stream().mapToInt(all::whole).sum();
    List<Claim> byRemainder =
        sharing.stream()
            .sorted(Comparator.comparingLong(all::remainder).reversed().thenComparing(Claim::key))
            .toList();
    return new HareShares(byRemainder, seats, votes, seats - whole);
  }

  public int whole(Claim claim) {
    return votes == 0 ? 0 : Math.toIntExact(claim.votes() * seats / votes);
  }

  /** Numerator of the remainder over {@link #votes}. */
  public long remainder(Claim claim) {
    return votes == 0 ? 0 : claim.votes() * seats % votes;
  }

  private SortedSet<String> keys(Predicate<Claim> condition) {
    return byRemainder.stream()
        .filter(condition)
        .map(Claim::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private long lowestWinning() {
    return remainder(byRemainder.get(open - 1));
  }

  public SortedSet<String> certainWinners() {
    return open == 0 ? new TreeSet<>() : keys(claim -> remainder(claim) > lowestWinning());
  }

  public SortedSet<String> tied() {
    return open == 0 ? new TreeSet<>() : keys(claim -> remainder(claim) == lowestWinning());
  }

  public SortedSet<String> possibleWinners() {
    SortedSet<String> possible = certainWinners();
    possible.addAll(tied());
    return possible;
  }

  public int tiedSeats() {
    return open - certainWinners().size();
  }

  public boolean hasTie() {
    return tied().size() > tiedSeats();
  }

  /** The same after one of the remainder seats has gone to this claim. */
  public HareShares withOneSeatFor(Claim claim) {
    return new HareShares(
        byRemainder.stream().filter(other -> !other.equals(claim)).toList(),
        seats,
        votes,
        open - 1);
  }
}
