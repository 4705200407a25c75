package org.urnengang.rules.seats.divisor;

import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.MethodKind;

/**
 * Rundungsregel eines Divisorverfahrens (§ 6 Abs. 2 BWahlG 2013, § 5 Abs. 3 BWahlG 2023): from
 * which point on a divided number of votes gives one seat more.
 */
enum Rounding {
  /** Standardrundung: a seat more from ½, 1½, 2½ … on. */
  STANDARD(MethodKind.SAINTE_LAGUE, 2),
  /** Abrundung: a seat more from 1, 2, 3 … on. */
  DOWN(MethodKind.D_HONDT, 1);

  private final MethodKind kind;
  private final long unit;

  Rounding(MethodKind kind, long unit) {
    this.kind = kind;
    this.unit = unit;
  }

  MethodKind kind() {
    return kind;
  }

  /** The point from which on somebody with so many seats has one more, in 1/unit. */
  long point(long seats) {
    return unit * seats + 1;
  }

  /** How many points lie at or below this number, given in 1/unit. */
  long pointsUpTo(long number) {
    return Math.floorDiv(number - 1, unit) + 1;
  }

  /** The greatest divisor that gives the claimant more than so many seats. */
  Fraction border(Claim claim, long seats) {
    return new Fraction(claim.votes() * unit, point(seats));
  }
}
