package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.presentation.graphic.AreaMap;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.TilePlan;
import org.urnengang.presentation.graphic.TilePlan.Cell;
import org.urnengang.presentation.page.Shading.Legend;
import org.urnengang.presentation.page.Shading.Shade;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;

/**
 * The areas below an area as a map: in their outlines, else as equal tiles in their places, else as
 * equal tiles in groups.
 *
 * @param outlines the map with outlines, empty if there are none
 * @param groups the tiles
 * @param placed whether the tiles stand in their places
 * @param legend what the colours mean
 */
public record MapView(
    Optional<Graphic> outlines, List<Group> groups, boolean placed, List<Legend> legend) {
  /** A single area is no map, and thousands would be none either. */
  private static final int FEWEST = 2;

  private static final int MOST = 400;

  /** Longer names are shortened on narrow screens. */
  private static final int SHORT = 4;

  /** Tiles of one larger area; without a name where there is only one. */
  public record Group(String name, List<Tile> tiles) {}

  /**
   * An area.
   *
   * @param classes of its colour and of its cell
   * @param name its name
   * @param abbreviation the beginning of its name
   * @param value its figure
   * @param href its page
   */
  public record Tile(
      String classes, String name, String abbreviation, String who, String value, String href) {}

  static Optional<MapView> of(
      Context context, AreaResult parent, List<AreaResult> areas, Shading shading) {
    if (areas.size() < FEWEST || areas.size() > MOST) {
      return Optional.empty();
    }
    List<Outline> outlines = outlines(context, areas);
    List<Legend> legend = shading.legend(areas);
    if (outlines.size() == areas.size() && outlines.stream().allMatch(Outline::isShaped)) {
      List<AreaMap.Shape> shapes = new ArrayList<>();
      for (int i = 0; i < areas.size(); i++) {
        Shade shade = shading.of(areas.get(i));
        shapes.add(
            new AreaMap.Shape(
                outlines.get(i),
                shade.isOpen() ? "open" : shade.classes() + " party-of",
                areas.get(i).area().name(),
                shade.who() + ' ' + shade.value(),
                context.address(areas.get(i))));
      }
      String description = context.words().text("areas.map", parent.area().name());
      return Optional.of(
          new MapView(Optional.of(AreaMap.draw(shapes, description)), List.of(), true, legend));
    }
    boolean placed = outlines.size() == areas.size() && areas.size() <= TilePlan.MOST;
    List<Group> groups =
        placed
            ? List.of(new Group("", placed(context, areas, outlines, shading)))
            : groups(context, parent, areas, shading);
    return Optional.of(new MapView(Optional.empty(), groups, placed, legend));
  }

  private static List<Outline> outlines(Context context, List<AreaResult> areas) {
    return areas.stream().flatMap(area -> outline(context, area).stream()).toList();
  }

  /** Of an area without an outline of its own the place in the middle of those inside it. */
  private static Optional<Outline> outline(Context context, AreaResult area) {
    String id = area.area().id();
    Optional<Outline> own = context.day().background().outline(id);
    if (own.isPresent()) {
      return own;
    }
    List<Point> inside =
        context.day().background().outlines().values().stream()
            .filter(outline -> area.holds(outline.area()))
            .map(Outline::centre)
            .toList();
    return inside.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outline(
                id,
                new Point(
                    (int) inside.stream().mapToInt(Point::east).average().orElse(0),
                    (int) inside.stream().mapToInt(Point::north).average().orElse(0)),
                List.of()));
  }

  private static List<Tile> placed(
      Context context, List<AreaResult> areas, List<Outline> outlines, Shading shading) {
    List<Cell> cells = TilePlan.of(outlines.stream().map(Outline::centre).toList());
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      String cell = " c" + cells.get(i).column() + " r" + cells.get(i).row();
      tiles.add(tile(context, areas.get(i), shading, cell));
    }
    return tiles;
  }

  private static Tile tile(Context context, AreaResult area, Shading shading, String cell) {
    Shade shade = shading.of(area);
    String name = area.area().name();
    return new Tile(
        shade.classes() + cell,
        name,
        abbreviation(name, area.district().isPresent()),
        shade.who(),
        shade.isOpen() ? "" : shade.value(),
        context.address(area));
  }

  /** The end of a district's name tells it from its neighbours, the beginning of a town's does. */
  private static String abbreviation(String name, boolean district) {
    int length = name.codePointCount(0, name.length());
    if (length <= SHORT + 1) {
      return name;
    }
    return district
        ? name.substring(name.offsetByCodePoints(name.length(), -SHORT)).strip()
        : name.substring(0, name.offsetByCodePoints(0, SHORT)).strip() + '.';
  }

  /** By the other area that they lie in, as a municipality of a constituency lies in a Kreis. */
  private static List<Group> groups(
      Context context, AreaResult parent, List<AreaResult> areas, Shading shading) {
    AreaGraph graph = context.day().areas();
    Map<String, List<Tile>> groups = new LinkedHashMap<>();
    for (AreaResult area : areas) {
      String other =
          area.area().parents().stream()
              .filter(id -> !id.equals(parent.area().id()))
              .map(id -> graph.area(graph.indexOf(id)).name())
              .findFirst()
              .orElse("");
      groups.computeIfAbsent(other, _ -> new ArrayList<>()).add(tile(context, area, shading, ""));
    }
    return groups.entrySet().stream()
        .map(group -> new Group(groups.size() == 1 ? "" : group.getKey(), group.getValue()))
        .toList();
  }
}
