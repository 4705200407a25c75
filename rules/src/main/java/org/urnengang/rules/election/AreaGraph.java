package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Gebietseinteilung (§ 3 BWahlG, § 12 BWO): all areas of an election day as an acyclic graph in
 * which an area may have several parents. Areas are addressed by their index, 0 to {@link #size()}
 * - 1, in the order of the definition.
 */
public final class AreaGraph {
  private final List<Area> areas;
  private final Map<String, Integer> index;
  private final Links parents;
  private final Links children;
  private final Links withAncestors;

  private AreaGraph(List<Area> areas, Map<String, Integer> index) {
    this.areas = areas;
    this.index = index;
    this.parents = new Links(areas.size());
    link();
    this.children = parents.reversed();
    this.withAncestors = new Links(areas.size());
    closeUpwards();
  }

  /**
   * The graph of these areas.
   *
   * @throws InvalidElection if an id occurs twice, a parent is unknown, a district is a parent, a
   *     district is merged into something that cannot count it, or the parents form a cycle
   */
  public static AreaGraph of(List<Area> areas) {
    Map<String, Integer> index = HashMap.newHashMap(areas.size());
    for (Area area : areas) {
      if (index.putIfAbsent(area.id(), index.size()) != null) {
        throw new InvalidElection("Gebiet " + area.id() + " kommt zweimal vor");
      }
    }
    return new AreaGraph(List.copyOf(areas), index);
  }

  private void link() {
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      for (String parent : area.parents()) {
        parents.add(i, parentOf(area, parent));
      }
      area.district()
          .flatMap(CountingDistrict::mergedInto)
          .ifPresent(receiver -> requireReceiver(area, receiver));
    }
  }

  private int parentOf(Area area, String parent) {
    Integer found = index.get(parent);
    if (found == null) {
      throw new InvalidElection("Gebiet " + area.id() + ": übergeordnetes " + parent + " fehlt");
    }
    if (areas.get(found).level() == AreaLevel.DISTRICT) {
      throw new InvalidElection(
          "Gebiet " + area.id() + " kann nicht in Wahlbezirk " + parent + " liegen");
    }
    return found;
  }

  private void requireReceiver(Area area, String receiver) {
    Integer found = index.get(receiver);
    boolean counts =
        found != null
            && !receiver.equals(area.id())
            && areas
                .get(found)
                .district()
                .filter(d -> d.mergedInto().isEmpty())
                .filter(d -> d.kind().isPostal() == area.district().orElseThrow().kind().isPostal())
                .isPresent();
    if (!counts) {
      throw new InvalidElection(
          "Wahlbezirk " + area.id() + ": " + receiver + " kann ihn nicht mitzählen");
    }
  }

  /** Kahn's order from the top, so that every parent is closed before its children. */
  private void closeUpwards() {
    int[] open = new int[areas.size()];
    int[] ready = new int[areas.size()];
    int found = 0;
    for (int i = 0; i < open.length; i++) {
      open[i] = parents.count(i);
      if (open[i] == 0) {
        ready[found++] = i;
      }
    }
    for (int at = 0; at < found; at++) {
      int area = ready[at];
      close(area);
      for (int i = 0; i < children.count(area); i++) {
        int child = children.get(area, i);
        if (--open[child] == 0) {
          ready[found++] = child;
        }
      }
    }
    if (found < areas.size()) {
      throw new InvalidElection(
          "Gebiet " + areas.get(onCycle(open)).id() + " liegt über seine Eltern in sich selbst");
    }
  }

  /** The area itself, then what is above its parents, each once. */
  private void close(int area) {
    withAncestors.add(area, area);
    for (int i = 0; i < parents.count(area); i++) {
      int parent = parents.get(area, i);
      for (int j = 0; j < withAncestors.count(parent); j++) {
        int above = withAncestors.get(parent, j);
        if (!withAncestors.contains(area, above)) {
          withAncestors.add(area, above);
        }
      }
    }
  }

  /** Whoever walks up through unfinished areas long enough walks in a circle. */
  private int onCycle(int[] open) {
    int at = 0;
    while (open[at] == 0) {
      at++;
    }
    for (int step = 0; step < open.length; step++) {
      at =
          Arrays.stream(parents.of(at))
              .filter(parent -> open[parent] > 0)
              .findFirst()
              .orElseThrow();
    }
    return at;
  }

  public int size() {
    return areas.size();
  }

  public List<Area> areas() {
    return areas;
  }

  public Area area(int area) {
    return areas.get(area);
  }

  /** The index of the area with this id, empty if there is none. */
  public OptionalInt index(String id) {
    Integer found = index.get(id);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** The index of an area that must exist. */
  public int indexOf(String id) {
    return index(id).orElseThrow(() -> new InvalidElection("Gebiet " + id + " fehlt"));
  }

  public int[] parents(int area) {
    return parents.of(area);
  }

  public int[] children(int area) {
    return children.of(area);
  }

  /** The area itself and everything above it, each once, whatever the number of ways up. */
  public int[] withAncestors(int area) {
    return withAncestors.of(area);
  }

  public boolean isWithin(int area, int ancestor) {
    return withAncestors.contains(area, ancestor);
  }
}
