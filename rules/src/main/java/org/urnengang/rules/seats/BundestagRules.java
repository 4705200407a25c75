package org.urnengang.rules.seats;

import java.util.SortedSet;

/**
 * Festgelegte Größen der Bundestagswahl (§§ 1 bis 6 BWahlG).
 *
 * @param seats Gesamtzahl der Abgeordneten (§ 1 Abs. 1)
 * @param districts Zahl der Wahlkreise (§ 1 Abs. 2)
 * @param lands Zahl der Länder
 * @param threshold Sperrklausel: share of all valid second votes
 * @param districtClause Grundmandatsklausel: districts won that lift the threshold; 0 = no such
 *     clause
 * @param minorities parties of national minorities, free from the threshold
 * @param overhangKept overhang seats that are not levelled (§ 6 Abs. 5 Satz 4 BWahlG 2020), else 0
 */
public record BundestagRules(
    Legal<Integer> seats,
    Legal<Integer> districts,
    Legal<Integer> lands,
    Legal<Share> threshold,
    Legal<Integer> districtClause,
    Legal<SortedSet<String>> minorities,
    Legal<Integer> overhangKept) {

  public static BundestagRules of(LawData data) {
    return new BundestagRules(
        data.number("seats"),
        data.number("districts"),
        data.number("lands"),
        data.share("threshold"),
        data.number("district-clause"),
        data.words("minorities"),
        data.number("overhang-kept"));
  }
}
