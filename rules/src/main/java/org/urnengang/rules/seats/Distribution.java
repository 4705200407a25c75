package org.urnengang.rules.seats;

import java.util.Comparator;
import java.util.List;

/**
 * Sitzverteilung, the question: so many seats to these claimants.
 *
 * @param stage where in the law the question arises
 * @param seats seats to distribute, 0 to {@link #MAX_SEATS}, including the minimum seats
 * @param claims the claimants in the order of their keys, whatever order they were given in
 */
public record Distribution(Stage stage, int seats, List<Claim> claims) {
  /** The most seats that are ever distributed; a law that asks for more is not decidable. */
  public static final int MAX_SEATS = 100_000;

  public Distribution {
    if (seats < 0 || seats > MAX_SEATS) {
      throw new InvalidSeatInput(stage + ": " + seats + " Sitze");
    }
    claims = claims.stream().sorted(Comparator.comparing(Claim::key)).toList();
    long votes = 0;
    long minimum = 0;
    for (int i = 0; i < claims.size(); i++) {
      if (i > 0 && claims.get(i).key().equals(claims.get(i - 1).key())) {
        throw new InvalidSeatInput(stage + ": " + claims.get(i).key() + " kommt doppelt vor");
      }
      votes += claims.get(i).votes();
      minimum += claims.get(i).minimum();
    }
    if (votes > Claim.MAX_VOTES) {
      throw new InvalidSeatInput(stage + ": " + votes + " Stimmen");
    }
    if (minimum > seats) {
      throw new InvalidSeatInput(
          stage + ": " + minimum + " Mindestsitze bei nur " + seats + " Sitzen");
    }
  }

  /** Sum of the votes of all claimants. */
  public long votes() {
    return claims.stream().mapToLong(Claim::votes).sum();
  }
}
