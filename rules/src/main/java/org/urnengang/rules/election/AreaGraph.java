package org.urnengang.rules.election;

import java.util.ArrayList;
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
  private final int[][] parents;
  private final int[][] children;
  private final int[][] withAncestors;

  private AreaGraph(List<Area> areas, Map<String, Integer> index) {
    this.areas = areas;
    this.index = index;
    this.parents = new int[areas.size()][];
    this.children = new int[areas.size()][0];
    this.withAncestors = new int[areas.size()][];
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
    AreaGraph graph = new AreaGraph(List.copyOf(areas), index);
    graph.link();
    graph.closeUpwards();
    return graph;
  }

  private void link() {
    int[] childCount = new int[areas.size()];
    for (int i = 0; i < parents.length; i++) {
      Area area = areas.get(i);
      parents[i] = area.parents().stream().mapToInt(parent -> parentOf(area, parent)).toArray();
      for (int parent : parents[i]) {
        childCount[parent]++;
      }
      area.district()
          .flatMap(CountingDistrict::mergedInto)
          .ifPresent(receiver -> requireReceiver(area, receiver));
    }
    for (int i = 0; i < children.length; i++) {
      children[i] = new int[childCount[i]];
    }
    int[] next = new int[areas.size()];
    for (int i = 0; i < parents.length; i++) {
      for (int parent : parents[i]) {
        children[parent][next[parent]++] = i;
      }
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
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < open.length; i++) {
      open[i] = parents[i].length;
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    for (int at = 0; at < ready.size(); at++) {
      int area = ready.get(at);
      withAncestors[area] = closure(area);
      for (int child : children[area]) {
        if (--open[child] == 0) {
          ready.add(child);
        }
      }
    }
    if (ready.size() < areas.size()) {
      throw new InvalidElection(
          "Gebiet " + areas.get(onCycle(open)).id() + " liegt über seine Eltern in sich selbst");
    }
  }

  /** Whoever walks up through unfinished areas long enough walks in a circle. */
  private int onCycle(int[] open) {
    int at = 0;
    while (open[at] == 0) {
      at++;
    }
    for (int step = 0; step < open.length; step++) {
      at = Arrays.stream(parents[at]).filter(parent -> open[parent] > 0).findFirst().orElseThrow();
    }
    return at;
  }

  private int[] closure(int area) {
    int[] found = {area};
    for (int parent : parents[area]) {
      found = union(found, withAncestors[parent]);
    }
    return found;
  }

  private static int[] union(int[] a, int[] b) {
    int[] merged = Arrays.copyOf(a, a.length + b.length);
    int size = a.length;
    for (int candidate : b) {
      if (!contains(a, candidate)) {
        merged[size++] = candidate;
      }
    }
    return Arrays.copyOf(merged, size);
  }

  private static boolean contains(int[] areas, int area) {
    for (int candidate : areas) {
      if (candidate == area) {
        return true;
      }
    }
    return false;
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
    return parents[area].clone();
  }

  public int[] children(int area) {
    return children[area].clone();
  }

  /** The area itself and everything above it, each once, whatever the number of ways up. */
  public int[] withAncestors(int area) {
    return withAncestors[area].clone();
  }

  public boolean isWithin(int area, int ancestor) {
    return contains(withAncestors[area], ancestor);
  }
}
