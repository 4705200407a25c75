package org.urnengang.presentation.graphic;

import java.util.List;
import java.util.stream.Stream;
import org.urnengang.presentation.result.Share;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;

/** Areas in their outlines: coloured, patterned, hatched where nothing is counted. */
public final class AreaMap {
  private static final int WIDTH = 1_000;

  /** Width of a degree of longitude in percent of one of latitude, in the middle of Germany. */
  private static final int EAST_PERCENT = 63;

  /** Areas narrower than this, in thousandths of the map, are too small for their name. */
  private static final int NARROW = 90;

  private AreaMap() {}

  /**
   * An area.
   *
   * @param outline its borders
   * @param classes of its colour, strength and pattern; {@code open} where nothing is counted
   * @param name its name
   * @param value what is shown of it
   * @param href its page
   */
  public record Shape(Outline outline, String classes, String name, String value, String href) {}

  /** The map. */
  public static Graphic draw(List<Shape> shapes, String description) {
    Frame frame = Frame.around(shapes);
    Markup markup = new Markup().open("div", "class", "map");
    markup.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + ' ' + frame.height(),
        "role",
        "group",
        "aria-label",
        description);
    shapes.forEach(shape -> area(markup, shape, frame));
    markup.close();
    markup.open("svg", "class", "labels", "aria-hidden", "true");
    shapes.stream().filter(frame::isWide).forEach(shape -> label(markup, shape, frame));
    return markup.graphic();
  }

  private static void area(Markup markup, Shape shape, Frame frame) {
    String path = frame.path(shape.outline());
    markup.open("a", "href", shape.href(), "class", shape.classes());
    markup.open("title").text(shape.name() + ": " + shape.value()).close();
    String kind = shape.classes().equals("open") ? "hatch" : "party";
    markup.empty("path", "class", kind, "fill-rule", "evenodd", "d", path);
    if (kind.equals("party")) {
      markup.empty("path", "class", "pattern", "fill-rule", "evenodd", "d", path);
    }
    markup.close();
  }

  private static void label(Markup markup, Shape shape, Frame frame) {
    Point centre = shape.outline().centre();
    String x = Share.width(frame.x(centre), WIDTH);
    String y = Share.width(frame.y(centre), frame.height());
    markup.open("svg", "x", x, "y", y, "class", "label " + shape.classes());
    line(markup, "-2", shape.name());
    line(markup, "13", shape.value());
    markup.close();
  }

  private static void line(Markup markup, String y, String text) {
    markup.open("text", "y", y, "text-anchor", "middle").text(text).close();
  }

  /** The box around all areas, and where a point lies in it. */
  private record Frame(int west, int north, long east, int height) {
    static Frame around(List<Shape> shapes) {
      List<Point> all =
          shapes.stream()
              .flatMap(shape -> shape.outline().rings().stream())
              .flatMap(List::stream)
              .toList();
      int west = all.stream().mapToInt(Point::east).min().orElse(0);
      int east = all.stream().mapToInt(Point::east).max().orElse(1);
      int north = all.stream().mapToInt(Point::north).max().orElse(0);
      int south = all.stream().mapToInt(Point::north).min().orElse(0);
      long width = Math.max(1, (long) (east - west) * EAST_PERCENT);
      long height = Math.max(1, (north - south) * 100L * WIDTH / width);
      return new Frame(west, north, width, Math.toIntExact(Math.min(height, 3L * WIDTH)));
    }

    int x(Point point) {
      return Math.toIntExact((long) (point.east() - west) * EAST_PERCENT * WIDTH / east);
    }

    int y(Point point) {
      return Math.toIntExact((north - point.north()) * 100L * WIDTH / east);
    }

    String path(Outline outline) {
      StringBuilder path = new StringBuilder();
      for (List<Point> ring : outline.rings()) {
        char command = 'M';
        for (Point point : ring) {
          path.append(command).append(x(point)).append(' ').append(y(point));
          command = 'L';
        }
        path.append('Z');
      }
      return path.toString();
    }

    boolean isWide(Shape shape) {
      int[] xs = points(shape).mapToInt(this::x).toArray();
      int from = WIDTH;
      int to = 0;
      for (int x : xs) {
        from = Math.min(from, x);
        to = Math.max(to, x);
      }
      return to - from >= NARROW;
    }

    private static Stream<Point> points(Shape shape) {
      return shape.outline().rings().stream().flatMap(List::stream);
    }
  }
}
