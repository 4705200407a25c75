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
 * What a result is shown against: where its areas lie, how they voted last time, and which streets
 * and rooms belong to its districts. Nothing of it enters the result.
 *
 * @param outlines the areas whose place is known, in the order of the graph
 * @param previous the elections before, by the key of the election that is compared with them
 * @param streets which parts of streets lie in which district
 * @param rooms where the voters of a district vote, by its id
 */
public record Background(
    SequencedMap<String, Outline> outlines,
    SortedMap<String, Previous> previous,
    List<StreetPart> streets,
    SequencedMap<String, PollingRoom> rooms) {

  /** Neither places nor an earlier election nor streets. */
  public static final Background NONE = of(List.of(), Map.of());

  public Background {
    outlines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outlines));
    previous = Collections.unmodifiableSortedMap(new TreeMap<>(previous));
    streets = List.copyOf(streets);
    rooms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rooms));
  }

  /** The background of these outlines and earlier elections. */
  public static Background of(List<Outline> outlines, Map<String, Previous> previous) {
    SequencedMap<String, Outline> byArea = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      if (byArea.putIfAbsent(outline.area(), outline) != null) {
        throw new InvalidElection("Gebiet " + outline.area() + " hat zwei Umrisse");
      }
    }
    return new Background(byArea, new TreeMap<>(previous), List.of(), new LinkedHashMap<>());
  }

  /** The same with these streets and rooms. */
  public Background with(List<StreetPart> streets, List<PollingRoom> rooms) {
    SequencedMap<String, PollingRoom> byDistrict = new LinkedHashMap<>();
    for (PollingRoom room : rooms) {
      if (byDistrict.putIfAbsent(room.district(), room) != null) {
        throw new InvalidElection("Wahlbezirk " + room.district() + " hat zwei Wahlräume");
      }
    }
    return new Background(outlines, previous, streets, byDistrict);
  }

  /** Where an area lies. */
  public Optional<Outline> outline(String area) {
    return Optional.ofNullable(outlines.get(area));
  }

  /** The election before the one with this key. */
  public Optional<Previous> before(String election) {
    return Optional.ofNullable(previous.get(election));
  }

  /** Where the voters of a district vote. */
  public Optional<PollingRoom> room(String district) {
    return Optional.ofNullable(rooms.get(district));
  }

  void requireKnown(AreaGraph areas, List<String> elections) {
    outlines.keySet().forEach(area -> requireArea(areas, area));
    streets.forEach(part -> requireDistrict(areas, part.district()));
    rooms.keySet().forEach(district -> requireDistrict(areas, district));
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

  private static void requireDistrict(AreaGraph areas, String id) {
    requireArea(areas, id);
    if (areas.area(areas.indexOf(id)).district().isEmpty()) {
      throw new InvalidElection("Gebiet " + id + " ist kein Wahlbezirk");
    }
  }
}
