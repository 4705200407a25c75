package org.urnengang.formats.imports;

import java.util.List;
import java.util.Optional;
import org.urnengang.rules.election.DistrictKind;

/**
 * One counting district in one election, as a row tells it.
 *
 * @param key entries with the same key and election are the same district, or collide
 * @param election number of the election in the plan
 * @param place the district
 * @param merging marks shared with the district that counts it, or that it counts (§ 68 Abs. 2 BWO,
 *     § 61 EuWO)
 * @param collective whether its number is a Sammelnummer that several districts have
 * @param figures what it reported, empty if nothing
 * @param origin where the row stands; not part of what it says
 */
record Entry(
    String key,
    int election,
    Place place,
    List<String> merging,
    boolean collective,
    Optional<SourceFigures> figures,
    Origin origin) {
  Entry {
    merging = List.copyOf(merging);
  }

  /**
   * A district as its source names it.
   *
   * @param prefix first part of its id
   * @param number its number, as text
   */
  record Place(String prefix, String number, String name, DistrictKind kind, List<String> parents) {
    Place {
      parents = List.copyOf(parents);
    }

    String id() {
      return prefix + '-' + Ids.sanitised(number);
    }
  }
}
