package org.urnengang.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.DistrictKind;

/**
 * A random area graph: one top, areas and districts with one to three parents, some districts
 * merged, some areas outside. The same seed gives the same graph.
 */
public final class RandomGraph {
  private static final AreaLevel[] BETWEEN = {
    AreaLevel.COUNTY, AreaLevel.CONSTITUENCY, AreaLevel.MUNICIPALITY, AreaLevel.BOROUGH
  };

  private final Random random;
  private final List<Area> areas = new ArrayList<>();
  private final List<String> holders = new ArrayList<>();

  public RandomGraph(Random random) {
    this.random = random;
    add(Days.area("oben", AreaLevel.LAND));
    add(Days.area("fern", AreaLevel.LAND));
    int between = random.nextInt(8);
    for (int i = 0; i < between; i++) {
      add(Days.area("g" + i, BETWEEN[random.nextInt(BETWEEN.length)], parents()));
    }
    addDistricts(1 + random.nextInt(14));
    Collections.shuffle(areas, random);
  }

  private void add(Area area) {
    areas.add(area);
    holders.add(area.id());
  }

  private void addDistricts(int count) {
    DistrictKind[] kinds = DistrictKind.values();
    List<Area> counting = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DistrictKind kind = kinds[random.nextInt(kinds.length)];
      Area district = Days.district("b" + i, kind, parents());
      List<String> receivers =
          counting.stream()
              .filter(
                  a ->
                      (a.district().orElseThrow().kind() == DistrictKind.POSTAL)
                          == (kind == DistrictKind.POSTAL))
              .filter(a -> a.parents().equals(district.parents()) || a.parents().contains("oben"))
              .map(Area::id)
              .toList();
      if (receivers.isEmpty() || random.nextInt(4) > 0) {
        counting.add(district);
        areas.add(district);
      } else {
        areas.add(Days.mergedInto(receivers.get(random.nextInt(receivers.size())), district));
      }
    }
  }

  private String[] parents() {
    List<String> shuffled = new ArrayList<>(holders);
    Collections.shuffle(shuffled, random);
    int count = Math.min(shuffled.size(), 1 + random.nextInt(3));
    return shuffled.subList(0, count).toArray(new String[0]);
  }

  public List<Area> areas() {
    return areas;
  }

  public AreaGraph graph() {
    return AreaGraph.of(areas);
  }
}
