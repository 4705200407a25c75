package org.urnengang.rules.election;

import java.util.List;
import java.util.Optional;

/**
 * Gebiet: a node of the area graph, from the country to the counting district.
 *
 * @param id stable public key: AGS, {@code AGS-number}, {@code wk-136}
 * @param level what kind of area it is
 * @param name as people call it
 * @param parents ids of the areas that hold it, any number, each once
 * @param district present exactly on the level {@link AreaLevel#DISTRICT}
 */
public record Area(
    String id,
    AreaLevel level,
    String name,
    List<String> parents,
    Optional<CountingDistrict> district) {
  public Area {
    parents = List.copyOf(parents);
    if (id.isEmpty() || !id.chars().allMatch(Area::isInId)) {
      throw new InvalidElection(
          "Gebiet „" + id + "“: eine Kennung besteht aus Buchstaben a–z, Ziffern, - und _");
    }
    if (district.isPresent() != (level == AreaLevel.DISTRICT)) {
      throw new InvalidElection("Gebiet " + id + ": Art und Behörde hat genau ein Wahlbezirk");
    }
    if (parents.size() > 1 && parents.stream().distinct().count() < parents.size()) {
      throw new InvalidElection("Gebiet " + id + " liegt zweimal im selben Gebiet");
    }
  }

  private static boolean isInId(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
