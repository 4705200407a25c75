package org.urnengang.rehearsal.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a district counted in one election.
 *
 * @param election key of the election
 * @param station the district
 * @param figures number by letter of the Schnellmeldung (Anlage 28 BWO)
 */
record Counted(String election, Station station, Map<String, Integer> figures) {

  /** The heads of a count; a postal district has no A. */
  static Map<String, Integer> heads(
      Station station, int a1, int a2, int voters, int withCertificate) {
    Map<String, Integer> figures = new LinkedHashMap<>();
    if (!station.postal()) {
      figures.put("A1", a1);
      figures.put("A2", a2);
    }
    figures.put("B", voters);
    figures.put("B1", withCertificate);
    return figures;
  }

  int figure(String letter) {
    return figures.getOrDefault(letter, 0);
  }

  Map<String, Integer> changed(UnaryOperator<Map<String, Integer>> change) {
    return change.apply(new LinkedHashMap<>(figures));
  }
}
