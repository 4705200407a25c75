package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Landtagswahl in Nordrhein-Westfalen (§§ 14, 33 LWahlG): the counted votes and the figures of the
 * law.
 *
 * @param validSecondVotes gültige Zweitstimmen of all parties, also those not listed
 * @param contenders parties, groups and independents by key
 */
public record LandtagElection(
    Rules rules, long validSecondVotes, SortedMap<String, Contender> contenders) {
  public LandtagElection {
    contenders = Collections.unmodifiableSortedMap(new TreeMap<>(contenders));
    Claim.requireVotes("gültig", validSecondVotes);
    long sum =
        contenders.values().stream().filter(Contender::hasList).mapToLong(Contender::votes).sum();
    if (sum > validSecondVotes) {
      throw new InvalidSeatInput(sum + " Zweitstimmen bei " + validSecondVotes + " gültigen");
    }
  }

  /**
   * Festgelegte Größen der Landtagswahl.
   *
   * @param seats Gesamtzahl that the calculation starts from (§ 14 Abs. 2 LWahlG)
   * @param threshold Sperrklausel: share of all valid second votes (§ 33 Abs. 2 LWahlG)
   * @param parity demanded of an enlarged Landtag
   */
  public record Rules(Legal<Integer> seats, Legal<Share> threshold, Legal<Parity> parity) {
    public static Rules of(LawData data) {
      return new Rules(
          data.number("seats"), data.share("threshold"), data.constant("parity", Parity.class));
    }
  }
}
