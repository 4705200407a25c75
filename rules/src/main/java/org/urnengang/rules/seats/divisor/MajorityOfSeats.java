package org.urnengang.rules.seats.divisor;

import java.util.Optional;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.SeatTable;

/**
 * Mehrheitsklausel (§ 6 Abs. 7 BWahlG 2013, § 4 Abs. 4 BWahlG 2023, § 2 Abs. 4 EuWG, § 33 Abs. 4
 * KWahlG NRW, § 36 Abs. 3 NKWG): more than half of the votes shall give more than half of the
 * seats.
 */
final class MajorityOfSeats {
  private MajorityOfSeats() {}

  /** Who has more than half of the votes. */
  static Optional<String> holder(Iterable<Claim> claims, long votes) {
    for (Claim claim : claims) {
      if (2 * claim.votes() > votes) {
        return Optional.of(claim.key());
      }
    }
    return Optional.empty();
  }

  /** Who has more than half of the votes and not more than half of the seats, if there are any. */
  static Optional<String> missed(Iterable<Claim> claims, long votes, SeatTable table) {
    return holder(claims, votes)
        .filter(party -> table.total() > 0 && 2 * table.seatsOf(party) <= table.total());
  }

  /** Seats that make a party exceed half of a house that grows by them. */
  static int additional(int seats, int size) {
    return Math.max(0, size - 2 * seats + 1);
  }
}
