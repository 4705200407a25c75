package org.urnengang.presentation.graphic;

import java.util.List;
import org.urnengang.presentation.result.Share;

/** The seats of chosen groups side by side on the scale of all seats, with the majority line. */
public final class SeatBar {
  /** The narrowest the bar is drawn, in pixels, and what a letter takes. */
  private static final int NARROWEST = 255;

  private static final int LETTER = 9;

  private SeatBar() {}

  /**
   * A chosen group.
   *
   * @param colour class of its colour
   * @param name short name, written where it fits
   */
  public record Part(String colour, String name, int seats) {}

  /**
   * What stands at the bar.
   *
   * @param majority name of the line
   * @param end name of the right end of the scale
   * @param description the whole graphic in one sentence
   */
  public record Labels(String majority, String end, String description) {}

  /**
   * The bar.
   *
   * @param majority the least number of seats that is more than half
   * @param total all seats
   */
  public static Graphic draw(List<Part> parts, int majority, int total, Labels labels) {
    String line = Share.width(majority, total);
    Markup markup =
        new Markup()
            .open("svg", "class", "qbar seatbar", "role", "img", "aria-label", labels.description())
            .open("text", "class", "label", "x", line, "y", "13", "text-anchor", "middle")
            .text(labels.majority())
            .close()
            .empty("rect", "class", "frame", "y", "22", "width", "100%", "height", "28");
    long from = 0;
    for (Part part : parts) {
      part(markup, part, from, total);
      from += part.seats();
    }
    return markup
        .empty("line", "class", "limit", "x1", line, "x2", line, "y1", "17", "y2", "55")
        .open("text", "class", "scale", "x", "0", "y", "70")
        .text("0")
        .close()
        .open("text", "class", "scale", "x", "100%", "y", "70", "text-anchor", "end")
        .text(labels.end())
        .graphic();
  }

  private static void part(Markup markup, Part part, long from, int total) {
    String x = Share.width(from, total);
    String width = Share.width(part.seats(), total);
    markup
        .open("g", "class", part.colour())
        .empty("rect", "class", "party", "x", x, "y", "22", "width", width, "height", "28");
    String label = part.name() + ' ' + part.seats();
    if (label.length() * (long) LETTER * total <= (long) part.seats() * NARROWEST) {
      String middle = Share.width(2 * from + part.seats(), 2L * total);
      markup
          .open("text", "class", "on-party", "x", middle, "y", "40.5", "text-anchor", "middle")
          .text(label)
          .close();
    }
    markup.close();
  }
}
