package org.urnengang.rules.election;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]+");

  public Area {
    parents = List.copyOf(parents);
    if (!ID.matcher(id).matches()) {
      throw new InvalidElection(
          "Gebiet „" + id + "“: eine Kennung besteht aus Buchstaben a–z, Ziffern, - und _");
    }
    if (district.isPresent() != (level == AreaLevel.DISTRICT)) {
      throw new InvalidElection("Gebiet " + id + ": Art und Behörde hat genau ein Wahlbezirk");
    }
    if (parents.stream().distinct().count() < parents.size()) {
      throw new InvalidElection("Gebiet " + id + " liegt zweimal im selben Gebiet");
    }
  }
}
