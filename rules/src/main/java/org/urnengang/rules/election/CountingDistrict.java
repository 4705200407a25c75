package org.urnengang.rules.election;

import java.util.Optional;
import java.util.Set;

/**
 * Wahlbezirk as it is counted (§ 2 Abs. 3 BWahlG, § 68 BWO): the facts a district has beyond those
 * of an area.
 *
 * @param kind how its votes are cast
 * @param authority key of the {@link Authority} that reports it
 * @param mergedInto id of the district that counts it because fewer than 50 people voted (§ 68 Abs.
 *     2 BWO)
 * @param elections keys of the elections it belongs to; empty means all whose scope holds it
 */
public record CountingDistrict(
    DistrictKind kind, String authority, Optional<String> mergedInto, Set<String> elections) {
  public CountingDistrict {
    elections = Set.copyOf(elections);
  }

  public CountingDistrict mergedInto(String receiver) {
    return new CountingDistrict(kind, authority, Optional.of(receiver), elections);
  }
}
