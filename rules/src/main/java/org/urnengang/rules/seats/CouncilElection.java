package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Wahl eines Rates oder Kreistags in Nordrhein-Westfalen (§§ 3, 33 KWahlG): the counted votes and
 * the figures of the law.
 *
 * @param size how many members are to be elected
 * @param contenders parties, groups and independents by key; all of them, their sum is the
 *     Gesamtstimmenzahl
 */
public record CouncilElection(Rules rules, Size size, SortedMap<String, Contender> contenders) {
  public CouncilElection {
    contenders = Collections.unmodifiableSortedMap(new TreeMap<>(contenders));
  }

  /**
   * Festgelegte Größen der Kommunalwahl.
   *
   * @param municipality members of a council by inhabitants, upper limits (§ 3 Abs. 2 Buchst. a)
   * @param county members of a Kreistag by inhabitants, upper limits (§ 3 Abs. 2 Buchst. b)
   * @param greatestReduction by how many members a by-law may reduce them, at most
   * @param smallest members that remain in any case
   * @param threshold Sperrklausel: share of the votes; 0 where none is in force
   * @param parity demanded of the members, also after enlargement
   * @param levellingNeedsSeat whether a list without a seat in the first calculation stays out of
   *     the levelling (§ 61 Abs. 5 KWahlO)
   */
  public record Rules(
      Legal<SortedMap<Long, Integer>> municipality,
      Legal<SortedMap<Long, Integer>> county,
      Legal<Integer> greatestReduction,
      Legal<Integer> smallest,
      Legal<Share> threshold,
      Legal<Parity> parity,
      Legal<Boolean> levellingNeedsSeat) {
    public static Rules of(LawData data) {
      Legal<Integer> needsSeat = data.number("levelling-needs-seat");
      return new Rules(
          data.table("municipality"),
          data.table("county"),
          data.number("greatest-reduction"),
          data.number("smallest"),
          data.share("threshold"),
          data.constant("parity", Parity.class),
          new Legal<>(needsSeat.value() == 1, needsSeat.law()));
    }
  }

  /** Zahl der zu wählenden Vertreter (§ 3 Abs. 2 KWahlG). */
  public sealed interface Size {}

  /**
   * By inhabitants, less what the by-law (Satzung) takes away.
   *
   * @param county whether it is a Kreis and no municipality
   * @param reduction even, 0 without a by-law
   */
  public record ByInhabitants(boolean county, long inhabitants, int reduction) implements Size {}

  /** Already known. */
  public record Known(int seats) implements Size {}
}
