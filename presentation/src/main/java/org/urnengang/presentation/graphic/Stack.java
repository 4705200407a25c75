package org.urnengang.presentation.graphic;

import java.util.List;
import org.urnengang.presentation.result.Share;

/** All shares of a vote side by side in one bar. */
public final class Stack {
  /** The narrowest the bar is drawn, in pixels. */
  private static final int NARROWEST = 255;

  private static final int LETTER = 9;
  private static final int LEAST_LABELLED = 90;

  private Stack() {}

  /**
   * A part of the bar.
   *
   * @param colour class of its colour
   * @param label short name
   * @param percent its share as it is written
   * @param tenths its share in tenths of a percent
   */
  public record Part(String colour, String label, String percent, long tenths) {

    /** Whether the label fits into the part; else it is named below the bar. */
    public boolean isLabelled() {
      return tenths >= LEAST_LABELLED
          && label.length() * (long) LETTER * 1_000 <= tenths * NARROWEST;
    }
  }

  /** The bar. */
  public static Graphic draw(List<Part> parts, String description) {
    long all = Math.max(1, parts.stream().mapToLong(Part::tenths).sum());
    Markup markup =
        new Markup().open("svg", "class", "stack", "role", "img", "aria-label", description);
    long from = 0;
    for (Part part : parts) {
      markup.open("g", "class", part.colour());
      String width = Share.width(part.tenths(), all);
      markup.empty(
          "rect", "class", "party", "x", Share.width(from, all), "width", width, "height", "28");
      if (part.isLabelled()) {
        String middle = Share.width(2 * from + part.tenths(), 2 * all);
        label(markup, "on-party", middle, "18.5", part.label());
        label(markup, "below", middle, "44", part.percent());
      }
      markup.close();
      from += part.tenths();
    }
    return markup.graphic();
  }

  /** The bar of which nothing is counted. */
  public static Graphic open(String description) {
    return new Markup()
        .open("svg", "class", "stack", "role", "img", "aria-label", description)
        .empty("rect", "class", "hatch", "width", "100%", "height", "28")
        .graphic();
  }

  private static void label(Markup markup, String kind, String x, String y, String text) {
    markup.open("text", "class", kind, "x", x, "y", y, "text-anchor", "middle").text(text).close();
  }
}
