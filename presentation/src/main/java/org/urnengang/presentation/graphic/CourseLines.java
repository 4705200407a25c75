package org.urnengang.presentation.graphic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.urnengang.presentation.result.Share;

/**
 * How shares moved while districts were counted: one line for each option, hatched where districts
 * are missing. Drawn so that it stretches with the page while its letters keep their size.
 */
public final class CourseLines {
  /** Height of the drawing, in pixels. */
  private static final int HEIGHT = 220;

  /** Room for the numbers under the axis and over the highest line. */
  private static final int ABOVE = 8;

  private static final int LABEL = 17;
  private static final int WIDTH = 1_000;

  private CourseLines() {}

  /**
   * A line.
   *
   * @param colour class of its colour
   * @param name short name of the option
   * @param percent its last share as it is written
   * @param tenths its shares in tenths of a percent, one for each point
   */
  public record Line(String colour, String name, String percent, List<Long> tenths) {
    long last() {
      return tenths.getLast();
    }
  }

  /**
   * The graphic.
   *
   * @param received how many districts were counted at each point
   * @param expected how many there are
   * @param description the whole graphic in one sentence
   */
  public static Graphic draw(
      List<Line> lines, List<Integer> received, int expected, String description) {
    long highest =
        lines.stream().flatMap(line -> line.tenths().stream()).mapToLong(t -> t).max().orElse(0);
    long step = highest > 600 ? 200 : highest > 150 ? 100 : 50;
    long top = Math.max(step, Math.ceilDiv(highest, step) * step);
    int last = received.getLast();
    Markup markup =
        new Markup().open("div", "class", "course", "role", "img", "aria-label", description);
    scale(markup, top, step);
    plot(markup, lines, received, expected, new Height(top));
    labels(markup, lines, new Height(top));
    markup.open("svg", "class", "under", "aria-hidden", "true");
    text(markup, "dim", "0", "start", "0");
    if (10 * last < 8 * expected) {
      text(markup, "dim", "100%", "end", Integer.toString(expected));
    }
    String anchor = 10 * last >= 8 * expected ? "end" : 10 * last < expected ? "start" : "middle";
    text(markup, "now", Share.width(last, Math.max(1, expected)), anchor, Integer.toString(last));
    return markup.graphic();
  }

  /** Where a share lies, in pixels from above. */
  private record Height(long top) {
    int of(long tenths) {
      return ABOVE + Math.toIntExact((top - tenths) * (HEIGHT - ABOVE) / top);
    }
  }

  private static void text(Markup markup, String kind, String x, String anchor, String text) {
    markup.open("text", "class", kind, "x", x, "y", "14", "text-anchor", anchor).text(text).close();
  }

  private static void scale(Markup markup, long top, long step) {
    markup.open("svg", "class", "scale", "aria-hidden", "true");
    Height height = new Height(top);
    for (long value = 0; value <= top; value += step) {
      markup
          .open("text", "x", "100%", "y", px(height.of(value) + 4), "text-anchor", "end")
          .text(Long.toString(value / 10))
          .close();
    }
    markup.close();
  }

  private static String px(int value) {
    return Integer.toString(value);
  }

  private static void plot(
      Markup markup, List<Line> lines, List<Integer> received, int expected, Height height) {
    markup.open("svg", "class", "plot", "aria-hidden", "true");
    int all = Math.max(1, expected);
    String counted = Share.width(received.getLast(), all);
    String open = Share.width(Math.max(0, all - received.getLast()), all);
    String rest = px(HEIGHT - ABOVE);
    markup.empty(
        "rect", "class", "hatch", "x", counted, "y", px(ABOVE), "width", open, "height", rest);
    long step = height.top() / 2;
    for (long value = step; value <= height.top(); value += Math.max(1, step)) {
      String y = px(height.of(value));
      markup.empty("line", "class", "grid", "x2", "100%", "y1", y, "y2", y);
    }
    markup.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + ' ' + HEIGHT,
        "width",
        "100%",
        "height",
        px(HEIGHT),
        "preserveAspectRatio",
        "none");
    for (Line line : lines.reversed()) {
      markup.open("g", "class", line.colour());
      markup.empty("path", "class", "line", "d", path(line, received, all, height)).close();
    }
    markup.close();
    for (Line line : lines) {
      String y = px(height.of(line.last()));
      markup.empty("line", "class", "guide", "x1", counted, "x2", "100%", "y1", y, "y2", y);
      markup.open("g", "class", line.colour());
      markup.empty("circle", "class", "party", "cx", counted, "cy", y, "r", "4.5").close();
    }
    String zero = px(HEIGHT);
    markup.empty("line", "class", "axis", "x2", "100%", "y1", zero, "y2", zero).close();
  }

  private static String path(Line line, List<Integer> received, int all, Height height) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < received.size(); i++) {
      path.append(i == 0 ? 'M' : ' ')
          .append(received.get(i) * WIDTH / all)
          .append(' ')
          .append(height.of(line.tenths().get(i)));
    }
    return path.toString();
  }

  /** The names at the right end; those of close lines make room for each other. */
  private static void labels(Markup markup, List<Line> lines, Height height) {
    List<Line> down =
        lines.stream().sorted(Comparator.comparingLong(Line::last).reversed()).toList();
    List<Integer> places = new ArrayList<>();
    int lowest = HEIGHT - (down.size() - 1) * LABEL;
    for (Line line : down) {
      int free = places.isEmpty() ? 0 : places.getLast() + LABEL;
      places.add(Math.max(free, Math.min(height.of(line.last()), lowest)));
      lowest += LABEL;
    }
    markup.open("svg", "class", "names", "aria-hidden", "true");
    IntStream.range(0, down.size()).forEach(i -> name(markup, down.get(i), places.get(i)));
    markup.close();
  }

  private static void name(Markup markup, Line line, int y) {
    markup.open("text", "x", "0", "y", px(y + 4));
    markup.open("tspan", "class", "name").text(line.name()).close();
    markup.text(" " + line.percent()).close();
  }
}
