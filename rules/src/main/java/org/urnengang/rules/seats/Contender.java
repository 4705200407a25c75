package org.urnengang.rules.seats;

/**
 * Partei, Wählergruppe oder Einzelbewerber in a Land or municipality, with votes and districts won
 * (§ 33 LWahlG NRW, § 33 KWahlG NRW).
 *
 * @param votes votes of its list (second votes in the Land, all votes in the municipality)
 * @param districtsWon districts in which its candidate is elected
 * @param hasList whether a list (Landesliste, Reserveliste) was admitted; never for an independent
 */
public record Contender(long votes, int districtsWon, boolean hasList) {
  public Contender {
    Claim.requireVotes("Wahlvorschlag", votes);
    if (districtsWon < 0 || districtsWon > Distribution.MAX_SEATS) {
      throw new InvalidSeatInput(districtsWon + " gewonnene Bezirke");
    }
    if (hasList && votes == 0 && districtsWon > 0) {
      throw new InvalidSeatInput(districtsWon + " Bezirke gewonnen ohne eine Stimme");
    }
  }
}
