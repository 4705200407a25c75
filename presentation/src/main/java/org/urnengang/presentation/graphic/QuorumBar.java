package org.urnengang.presentation.graphic;

import java.util.OptionalLong;
import org.urnengang.presentation.result.Share;

/** Votes for yes among all entitled, with the line that they must reach. */
public final class QuorumBar {
  private QuorumBar() {}

  /**
   * What stands at the bar.
   *
   * @param description the whole graphic in one sentence
   * @param quorum name of the line
   * @param end name of the right end of the scale
   */
  public record Labels(String description, String quorum, String end) {}

  /**
   * The bar.
   *
   * @param yes votes for yes, empty while nothing is counted
   * @param quorum votes that they must reach
   * @param scale votes at the right end of the bar
   */
  public static Graphic draw(OptionalLong yes, long quorum, long scale, Labels labels) {
    String line = Share.width(Math.min(quorum, scale), scale);
    Markup markup =
        new Markup()
            .open("svg", "class", "qbar", "role", "img", "aria-label", labels.description());
    markup
        .open("text", "class", "label", "x", line, "y", "13", "text-anchor", "middle")
        .text(labels.quorum())
        .close();
    String frame = yes.isPresent() ? "frame" : "hatch";
    markup.empty("rect", "class", frame, "x", "0", "y", "22", "width", "100%", "height", "17");
    if (yes.isPresent()) {
      String width = Share.width(Math.min(yes.getAsLong(), scale), scale);
      markup.open("g", "class", "ja");
      markup.empty("rect", "class", "party", "y", "22", "width", width, "height", "17").close();
    }
    markup.empty("line", "class", "limit", "x1", line, "x2", line, "y1", "17", "y2", "43");
    markup.open("text", "class", "scale", "x", "0", "y", "57").text("0").close();
    return markup
        .open("text", "class", "scale", "x", "100%", "y", "57", "text-anchor", "end")
        .text(labels.end())
        .graphic();
  }
}
