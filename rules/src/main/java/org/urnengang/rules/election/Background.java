package org.urnengang.rules.election;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result is shown against: where its areas lie, and how they voted last time. Nothing of it
 * enters the result.
 *
 * @param outlines the areas whose place is known, in the order of the graph
 * @param previous the elections before, by the key of the election that is compared with them
 */
public record Background(
    SequencedMap<String, Outline> outlines, SortedMap<String, Previous> previous) {

  /** Neither places nor an earlier election. */
  public static final Background NONE = of(List.of(), Map.of());

  public Background {
    outlines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outlines));
    previous = Collections.unmodifiableSortedMap(new TreeMap<>(previous));
  }

  /** The background of these outlines and earlier elections. */
  public static Background of(List<Outline> outlines, Map<String, Previous> previous) {
    SequencedMap<String, Outline> byArea = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      if (byArea.putIfAbsent(outline.area(), outline) != null) {
        throw new InvalidElection("Gebiet " + outline.area() + " hat zwei Umrisse");
      }
    }
    return new Background(byArea, new TreeMap<>(previous));
  }

  /** Where an area lies. */
  public Optional<Outline> outline(String area) {
    return Optional.ofNullable(outlines.get(area));
  }

  /** The election before the one with this key. */
  public Optional<Previous> before(String election) {
    return Optional.ofNullable(previous.get(election));
  }

  void requireKnown(AreaGraph areas, List<String> elections) {
    outlines.keySet().forEach(area -> requireArea(areas, area));
    previous.forEach(
        (election, before) -> {
          if (!elections.contains(election)) {
            throw new InvalidElection("Vergleichswahl für " + election + ": diese Wahl fehlt");
          }
          before.figures().keySet().forEach(area -> requireArea(areas, area));
        });
  }

  private static void requireArea(AreaGraph areas, String area) {
    if (areas.index(area).isEmpty()) {
      throw new InvalidElection("Gebiet " + area + " fehlt");
    }
  }
}
