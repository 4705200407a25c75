package org.urnengang.presentation.graphic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Halbrund: every seat a dot, groups side by side as in the hall, a dashed line in the middle.
 * Names stand at the arc where there is room for them; the table beside it names everybody.
 */
public final class Hemicycle {
  private static final double WIDTH = 560;
  private static final double CENTRE = WIDTH / 2;
  private static final double FLOOR = 276;
  private static final double OUTER = 210;
  private static final double INNER = 92;
  private static final double LABEL_GAP = 13;

  /** The least angle between two names, in radians. */
  private static final double LABEL_ROOM = 0.17;

  private static final int MOST_ROWS = 11;

  private Hemicycle() {}

  /**
   * A group.
   *
   * @param colour class of its colour
   * @param name short name
   */
  public record Group(String colour, String name, int seats) {}

  /**
   * What stands in the middle.
   *
   * @param total number of seats
   * @param majority from how many seats on there is a majority
   * @param description the whole graphic in one sentence
   */
  public record Labels(String total, String majority, String description) {}

  private record Dot(double angle, double x, double y, double radius) {}

  /** The graphic. */
  public static Graphic draw(List<Group> groups, Labels labels) {
    List<Dot> dots = dots(groups.stream().mapToInt(Group::seats).sum());
    Markup markup =
        new Markup()
            .open(
                "svg",
                "class",
                "hemicycle",
                "viewBox",
                "0 0 560 300",
                "role",
                "img",
                "aria-label",
                labels.description());
    int next = 0;
    double labelled = Double.MAX_VALUE;
    for (Group group : groups) {
      List<Dot> own = dots.subList(next, next + group.seats());
      next += group.seats();
      markup.open("g", "class", group.colour());
      own.forEach(dot -> dot(markup, dot));
      markup.close();
      double middle = own.stream().mapToDouble(Dot::angle).average().orElse(0);
      if (labelled - middle >= LABEL_ROOM) {
        label(markup, group, middle);
        labelled = middle;
      }
    }
    middle(markup, labels);
    return markup.graphic();
  }

  private static void dot(Markup markup, Dot dot) {
    markup.empty(
        "circle",
        "class",
        "party",
        "cx",
        number(dot.x()),
        "cy",
        number(dot.y()),
        "r",
        number(dot.radius()));
  }

  private static void middle(Markup markup, Labels labels) {
    String centre = number(CENTRE);
    markup.empty(
        "line",
        "class",
        "majority",
        "x1",
        centre,
        "x2",
        centre,
        "y1",
        number(FLOOR - OUTER - 10),
        "y2",
        number(FLOOR - INNER + 10));
    text(markup, "total", CENTRE, FLOOR - 34, "middle", labels.total());
    text(markup, "caption", CENTRE, FLOOR - 10, "middle", labels.majority());
  }

  private static void label(Markup markup, Group group, double angle) {
    double x = CENTRE + (OUTER + LABEL_GAP) * Math.cos(angle);
    double y = FLOOR - (OUTER + LABEL_GAP) * Math.sin(angle);
    String anchor = Math.abs(Math.cos(angle)) < 0.25 ? "middle" : x < CENTRE ? "end" : "start";
    text(markup, "name", x, y - 3, anchor, group.name());
    text(markup, "seats", x, y + 12, anchor, Integer.toString(group.seats()));
  }

  private static void text(
      Markup markup, String kind, double x, double y, String anchor, String text) {
    markup
        .open("text", "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor)
        .text(text)
        .close();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  /** All places from the left to the right. */
  private static List<Dot> dots(int seats) {
    int rows = Math.clamp(Math.round(Math.sqrt(seats / 3.2)), 2, MOST_ROWS);
    double[] radii = new double[rows];
    double all = 0;
    for (int row = 0; row < rows; row++) {
      radii[row] = INNER + (OUTER - INNER) * (row + 0.5) / rows;
      all += radii[row];
    }
    List<Dot> dots = new ArrayList<>();
    double spacing = (OUTER - INNER) / rows;
    double radius = Math.min(0.42 * spacing, 0.45 * Math.PI * all / Math.max(1, seats));
    double before = 0;
    for (int row = 0; row < rows; row++) {
      double after = before + radii[row];
      int count = (int) (Math.round(seats * after / all) - Math.round(seats * before / all));
      for (int i = 0; i < count; i++) {
        double angle = Math.PI * (1 - (count == 1 ? 0.5 : i / (count - 1.0)));
        dots.add(
            new Dot(
                angle,
                CENTRE + radii[row] * Math.cos(angle),
                FLOOR - radii[row] * Math.sin(angle),
                radius));
      }
      before = after;
    }
    dots.sort(Comparator.comparingDouble(Dot::angle).reversed().thenComparingDouble(Dot::y));
    return dots;
  }
}
