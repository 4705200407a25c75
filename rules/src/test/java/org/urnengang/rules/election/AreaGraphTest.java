package org.urnengang.rules.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.Days.area;
import static org.urnengang.rules.Days.district;
import static org.urnengang.rules.Days.mergedInto;
import static org.urnengang.rules.Days.polling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.RandomGraph;

class AreaGraphTest {
  private static final Area LAND = area("05", AreaLevel.LAND);
  private static final Area TOWN = area("stadt", AreaLevel.MUNICIPALITY, "05");

  private static List<String> ids(AreaGraph graph, int[] areas) {
    return Arrays.stream(areas).mapToObj(area -> graph.area(area).id()).toList();
  }

  @Test
  void areas_keep_the_order_of_the_definition() {
    AreaGraph graph = AreaGraph.of(List.of(polling("b", "stadt"), TOWN, LAND));

    assertThat(graph.size()).isEqualTo(3);
    assertThat(graph.indexOf("b")).isZero();
    assertThat(graph.indexOf("05")).isEqualTo(2);
    assertThat(graph.area(1)).isSameAs(graph.areas().get(1)).isEqualTo(TOWN);
    assertThat(graph.index("anderswo")).isEmpty();
    assertThatThrownBy(() -> graph.indexOf("anderswo"))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("anderswo");
  }

  @Test
  void a_district_lies_in_every_parent_and_all_above_them() {
    AreaGraph graph =
        AreaGraph.of(
            List.of(
                LAND,
                area("kreis", AreaLevel.COUNTY, "05"),
                area("wk-136", AreaLevel.CONSTITUENCY, "05"),
                area("stadt", AreaLevel.MUNICIPALITY, "kreis"),
                polling("b", "stadt", "wk-136"),
                area("fern", AreaLevel.LAND)));
    int district = graph.indexOf("b");

    assertThat(ids(graph, graph.withAncestors(district)))
        .startsWith("b")
        .containsExactlyInAnyOrder("b", "stadt", "wk-136", "kreis", "05");
    assertThat(ids(graph, graph.parents(district))).containsExactly("stadt", "wk-136");
    assertThat(ids(graph, graph.children(graph.indexOf("05")))).containsExactly("kreis", "wk-136");
    assertThat(graph.isWithin(district, graph.indexOf("05"))).isTrue();
    assertThat(graph.isWithin(district, district)).isTrue();
    assertThat(graph.isWithin(district, graph.indexOf("fern"))).isFalse();
    assertThat(graph.isWithin(graph.indexOf("05"), district)).isFalse();
  }

  @Test
  void the_top_of_a_diamond_is_counted_once() {
    AreaGraph graph =
        AreaGraph.of(
            List.of(
                LAND,
                area("links", AreaLevel.COUNTY, "05"),
                area("rechts", AreaLevel.COUNTY, "05"),
                polling("b", "links", "rechts", "05")));

    assertThat(ids(graph, graph.withAncestors(3))).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void nobody_outside_can_change_the_graph() {
    AreaGraph graph = AreaGraph.of(List.of(LAND, TOWN));
    graph.withAncestors(1)[1] = 77;
    graph.parents(1)[0] = 77;
    graph.children(0)[0] = 77;

    assertThat(graph.withAncestors(1)).containsExactly(1, 0);
    assertThat(graph.parents(1)).containsExactly(0);
    assertThat(graph.children(0)).containsExactly(1);
  }

  private static final Area POSTAL = district("brief", DistrictKind.POSTAL, "stadt");
  private static final Area URNE = polling("urne", "stadt");

  static final List<Arguments> CONTRADICTIONS =
      List.of(
          refused("id twice", "stadt kommt zweimal vor", LAND, TOWN, TOWN),
          refused("unknown parent", "übergeordnetes 05 fehlt", TOWN),
          refused(
              "district as parent",
              "kann nicht in Wahlbezirk urne",
              LAND,
              TOWN,
              URNE,
              polling("b", "urne")),
          refused("its own parent", "Gebiet x liegt", area("x", AreaLevel.COUNTY, "x")),
          refused(
              "cycle seen from below",
              "Gebiet x liegt|Gebiet y liegt",
              area("unten", AreaLevel.BOROUGH, "x"),
              area("x", AreaLevel.COUNTY, "y", "05"),
              area("y", AreaLevel.COUNTY, "x"),
              LAND),
          refused(
              "merged into nothing", "fehlt kann ihn nicht", LAND, TOWN, mergedInto("fehlt", URNE)),
          refused(
              "merged into a town", "stadt kann ihn nicht", LAND, TOWN, mergedInto("stadt", URNE)),
          refused(
              "merged into itself", "urne kann ihn nicht", LAND, TOWN, mergedInto("urne", URNE)),
          refused(
              "merged into a merged one",
              "b kann ihn nicht",
              LAND,
              TOWN,
              URNE,
              mergedInto("b", polling("a", "stadt")),
              mergedInto("urne", polling("b", "stadt"))),
          refused(
              "ballots of a polling station among postal ones",
              "brief kann ihn nicht",
              LAND,
              TOWN,
              POSTAL,
              mergedInto("brief", URNE)),
          refused(
              "postal ballots at a polling station",
              "urne kann ihn nicht",
              LAND,
              TOWN,
              URNE,
              mergedInto("urne", POSTAL)));

  private static Arguments refused(String what, String message, Area... areas) {
    return Arguments.argumentSet(what, List.of(areas), message);
  }

  @ParameterizedTest
  @FieldSource("CONTRADICTIONS")
  void a_graph_that_contradicts_itself_is_refused(List<Area> areas, String message) {
    assertThatThrownBy(() -> AreaGraph.of(areas))
        .isInstanceOf(InvalidElection.class)
        .hasMessageFindingMatch(message);
  }

  @Test
  void a_special_district_may_be_counted_by_a_polling_station() {
    Area clinic = mergedInto("urne", district("klinik", DistrictKind.SPECIAL, "stadt"));

    assertThat(AreaGraph.of(List.of(LAND, TOWN, clinic, polling("urne", "stadt"))).size())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä", "a.b", "a\n", "../x"})
  void an_id_that_cannot_stand_in_an_address_is_refused(String id) {
    assertThatThrownBy(() -> area(id, AreaLevel.LAND)).isInstanceOf(InvalidElection.class);
  }

  @Test
  void an_area_is_a_district_exactly_when_it_is_counted() {
    assertThatThrownBy(() -> area("b", AreaLevel.DISTRICT)).hasMessageContaining("genau ein");
    assertThatThrownBy(
            () ->
                new Area(
                    "stadt", AreaLevel.MUNICIPALITY, "Stadt", List.of(), polling("b").district()))
        .hasMessageContaining("genau ein");
  }

  @Test
  void an_area_names_each_parent_once() {
    assertThatThrownBy(() -> area("stadt", AreaLevel.MUNICIPALITY, "05", "05"))
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining("zweimal");
  }

  @Test
  void levels_and_kinds_are_found_by_their_words() {
    assertThat(AreaLevel.of("constituency")).contains(AreaLevel.CONSTITUENCY);
    assertThat(AreaLevel.of("CONSTITUENCY")).isEmpty();
    assertThat(DistrictKind.of("postal")).contains(DistrictKind.POSTAL);
    assertThat(DistrictKind.of("")).isEmpty();
    assertThat(ElectionKind.of("mayor")).contains(ElectionKind.MAYOR);
    assertThat(ElectionKind.of("king")).isEmpty();
  }

  /** What lies above an area, walked by names alone. */
  private static Set<String> above(AreaGraph graph, String id) {
    Set<String> found = new TreeSet<>(Set.of(id));
    for (String parent : graph.area(graph.indexOf(id)).parents()) {
      found.addAll(above(graph, parent));
    }
    return found;
  }

  private static Optional<Integer> firstWrongSeed(BiFunction<AreaGraph, Integer, int[]> closure) {
    return IntStream.range(0, 100)
        .boxed()
        .filter(
            seed -> {
              AreaGraph graph = new RandomGraph(new Random(seed)).graph();
              return IntStream.range(0, graph.size())
                  .anyMatch(area -> !closes(graph, area, closure.apply(graph, area)));
            })
        .findFirst();
  }

  private static boolean closes(AreaGraph graph, int area, int[] closure) {
    Set<String> names = Set.copyOf(ids(graph, closure));
    return closure.length == names.size() && names.equals(above(graph, graph.area(area).id()));
  }

  @Test
  void in_any_graph_an_area_lies_in_all_areas_above_it_once() {
    assertThat(firstWrongSeed(AreaGraph::withAncestors)).isEmpty();
  }

  @Test
  void the_property_finds_a_closure_that_stops_at_parents_or_counts_ways() {
    assertThat(
            firstWrongSeed(
                (graph, area) ->
                    IntStream.concat(IntStream.of(area), IntStream.of(graph.parents(area)))
                        .toArray()))
        .isPresent();
    assertThat(firstWrongSeed((graph, area) -> ways(graph, area).toArray())).isPresent();
  }

  private static IntStream ways(AreaGraph graph, int area) {
    return IntStream.concat(
        IntStream.of(area), IntStream.of(graph.parents(area)).flatMap(p -> ways(graph, p)));
  }

  @Test
  void children_are_the_parents_seen_from_above() {
    AreaGraph graph = new RandomGraph(new Random(7)).graph();
    for (int area = 0; area < graph.size(); area++) {
      String id = graph.area(area).id();
      assertThat(ids(graph, graph.children(area)))
          .containsExactlyElementsOf(
              graph.areas().stream()
                  .filter(child -> child.parents().contains(id))
                  .map(Area::id)
                  .collect(Collectors.toList()));
    }
  }
}
