package org.urnengang.rules.election;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Was ein Gesetz für die Sitze außer den Stimmen braucht (§ 3 Abs. 2 KWahlG NRW, § 6 Abs. 2 BWahlG
 * 2013): facts of the election that no count brings.
 *
 * @param inhabitants by area id: of the municipality, or the German population of each Land
 * @param reduction by how many members a by-law (Satzung) reduces a council
 * @param lists the lists that were admitted, with their persons
 */
public record SeatTerms(
    SortedMap<String, Long> inhabitants, int reduction, List<CandidateList> lists) {
  /** An election whose seats need nothing but votes, or whose terms are not known. */
  public static final SeatTerms NONE = new SeatTerms(new TreeMap<>(), 0, List.of());

  public SeatTerms {
    inhabitants = Collections.unmodifiableSortedMap(new TreeMap<>(inhabitants));
    lists = List.copyOf(lists);
    if (reduction < 0 || inhabitants.values().stream().anyMatch(number -> number < 0)) {
      throw new InvalidElection("Einwohner und Verringerung sind nicht negativ");
    }
    Set<String> seen = new HashSet<>();
    for (CandidateList list : lists) {
      if (!seen.add(list.no() + " " + list.scope())) {
        throw new InvalidElection("Liste " + list.no() + " in " + list.scope() + ": doppelt");
      }
    }
  }

  /** The same with these lists. */
  public SeatTerms withLists(List<CandidateList> admitted) {
    return new SeatTerms(inhabitants, reduction, admitted);
  }
}
