package org.urnengang.ledger.fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;

/** Zusammenlegungen (§ 68 Abs. 2 BWO) of one election: who counts for whom. */
final class Mergers {
  private final AreaGraph areas;
  private final Map<Integer, Integer> receivers = new HashMap<>();
  private final Set<Integer> receiving = new HashSet<>();

  Mergers(AreaGraph areas) {
    this.areas = areas;
    for (int area = 0; area < areas.size(); area++) {
      int district = area;
      areas
          .area(area)
          .district()
          .flatMap(CountingDistrict::mergedInto)
          .ifPresent(into -> put(district, areas.indexOf(into)));
    }
  }

  private void put(int district, int receiver) {
    receivers.put(district, receiver);
    receiving.add(receiver);
  }

  /** The district that counts this one, empty if it counts itself. */
  OptionalInt receiver(int district) {
    Integer receiver = receivers.get(district);
    return receiver == null ? OptionalInt.empty() : OptionalInt.of(receiver);
  }

  /** One step only, as in a definition: who counts others cannot be counted by another. */
  void merge(int district, int receiver) {
    if (district == receiver
        || receiving.contains(district)
        || isPostal(district) != isPostal(receiver)) {
      throw new RefusedEntry(
          "Wahlbezirk %s kann nicht mit %s zusammengelegt werden"
              .formatted(areas.area(district).id(), areas.area(receiver).id()));
    }
    put(district, receiver);
  }

  private boolean isPostal(int district) {
    return areas
        .area(district)
        .district()
        .map(CountingDistrict::kind)
        .filter(DistrictKind::isPostal)
        .isPresent();
  }
}
