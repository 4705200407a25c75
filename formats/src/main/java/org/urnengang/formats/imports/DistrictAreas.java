package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CountingDistrict;

/** The districts in the order of their ids, each made from what every election says of it. */
final class DistrictAreas implements Iterator<Area> {
  private final Plan plan;
  private final Iterator<ExternalSort.Item> sorted;
  private final Consumer<JudgedCodec.District> colliding;
  private Optional<JudgedCodec.District> head;

  /**
   * @param sorted districts, those with the same id together
   * @param colliding told of a district whose id another one has already
   */
  DistrictAreas(
      Plan plan, Iterator<ExternalSort.Item> sorted, Consumer<JudgedCodec.District> colliding) {
    this.plan = plan;
    this.sorted = sorted;
    this.colliding = colliding;
    this.head = advance();
  }

  private Optional<JudgedCodec.District> advance() {
    return sorted.hasNext() ? Optional.of(JudgedCodec.district(sorted.next())) : Optional.empty();
  }

  @Override
  public boolean hasNext() {
    return head.isPresent();
  }

  @Override
  public Area next() {
    List<JudgedCodec.District> same = new ArrayList<>();
    JudgedCodec.District first = head.orElseThrow();
    while (head.filter(district -> district.id().equals(first.id())).isPresent()) {
      JudgedCodec.District district = head.orElseThrow();
      boolean fits =
          same.stream()
              .allMatch(
                  other ->
                      other.election() != district.election() && other.kind() == district.kind());
      if (fits) {
        same.add(district);
      } else {
        colliding.accept(district);
      }
      head = advance();
    }
    return area(same);
  }

  private Area area(List<JudgedCodec.District> same) {
    JudgedCodec.District first = same.getFirst();
    Set<String> parents = new TreeSet<>();
    same.forEach(district -> parents.addAll(district.parents()));
    Set<String> elections =
        same.stream()
            .map(district -> plan.election(district.election()).key())
            .collect(Collectors.toSet());
    boolean everywhere = elections.size() == plan.elections().size();
    CountingDistrict district =
        new CountingDistrict(
            first.kind(), plan.authority(), first.mergedInto(), everywhere ? Set.of() : elections);
    String name = same.stream().map(JudgedCodec.District::name).sorted().findFirst().orElseThrow();
    return new Area(
        first.id(), AreaLevel.DISTRICT, name, List.copyOf(parents), Optional.of(district));
  }
}
