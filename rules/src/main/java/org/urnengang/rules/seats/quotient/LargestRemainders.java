package org.urnengang.rules.seats.quotient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ApportionmentMethod;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Step;

/** Hare/Niemeyer: whole shares, then the largest remainders. */
public final class LargestRemainders implements ApportionmentMethod {

  @Override
  public MethodKind kind() {
    return MethodKind.HARE_NIEMEYER;
  }

  @Override
  public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
    List<Claim> sharing = new ArrayList<>(distribution.claims());
    List<Step> trail = new ArrayList<>();
    while (true) {
      HareShares shares = HareShares.of(sharing, seatsFor(sharing, distribution));
      if (shares.seats() > 0 && shares.votes() == 0) {
        if (minimum(sharing) < shares.seats()) {
          return new Allocation.NotYetDecidable<>(Reason.NO_VOTES, trail);
        }
        sharing.clear();
        continue;
      }
      if (sharing.removeIf(shortOf(shares, shares.possibleWinners()))) {
        continue;
      }
      SortedSet<String> winners = shares.certainWinners();
      boolean byLot = shares.hasTie();
      if (byLot) {
        LotCase occasion =
            new LotCase(
                distribution.stage(), distribution.seats(), shares.tied(), shares.tiedSeats());
        Optional<SortedSet<String>> drawn = lots.drawn(occasion);
        if (drawn.isEmpty()) {
          return new Allocation.LotRequired<>(occasion, trail);
        }
        trail.add(new Step.LotApplied(new Lot(occasion, drawn.orElseThrow()), ""));
        winners.addAll(drawn.orElseThrow());
      } else {
        winners.addAll(shares.tied());
      }
      if (sharing.removeIf(shortOf(shares, winners))) {
        continue;
      }
      SeatTable table = new HareTable(distribution, shares, winners).build();
      trail.add(new Step.Distributed(distribution, table, ""));
      return new Allocation.Allocated<>(table, trail);
    }
  }

  private static int minimum(List<Claim> claims) {
    return claims.stream().mapToInt(Claim::minimum).sum();
  }

  private static int seatsFor(List<Claim> sharing, Distribution distribution) {
    SortedSet<String> keys =
        sharing.stream().map(Claim::key).collect(Collectors.toCollection(TreeSet::new));
    return distribution.seats()
        - distribution.claims().stream()
            .filter(claim -> !keys.contains(claim.key()))
            .mapToInt(Claim::minimum)
            .sum();
  }

  private static Predicate<Claim> shortOf(HareShares shares, SortedSet<String> winners) {
    return claim -> shares.whole(claim) + (winners.contains(claim.key()) ? 1 : 0) < claim.minimum();
  }
}
