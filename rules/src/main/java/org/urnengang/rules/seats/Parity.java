package org.urnengang.rules.seats;

/** Gerade oder ungerade Sitzzahl, as a law demands it of an enlarged house. */
public enum Parity {
  /** No demand. */
  ANY,
  /** Even: half of the seats belong to districts (§ 3 Abs. 2 KWahlG). */
  EVEN,
  /** Odd (§ 33 LWahlG). */
  ODD;

  /** The number itself if it has this parity, else one more. */
  public int atLeast(int seats) {
    boolean fits =
        switch (this) {
          case ANY -> true;
          case EVEN -> seats % 2 == 0;
          case ODD -> seats % 2 != 0;
        };
    return fits ? seats : seats + 1;
  }
}
