package org.urnengang.presentation.graphic;

import org.urnengang.presentation.result.Share;

/** A bar for a person, with the line of half of the valid votes. */
public final class MajorityBars {
  private static final long WHOLE = 1_000;

  private MajorityBars() {}

  /** The bar of a share in tenths of a percent on a scale from 0 to 100 %. */
  public static Graphic draw(String colour, long tenths) {
    String half = Share.width(WHOLE / 2, WHOLE);
    return new Markup()
        .open("svg", "class", "half", "aria-hidden", "true")
        .empty("rect", "class", "frame", "width", "100%", "height", "22", "y", "2")
        .open("g", "class", colour)
        .empty(
            "rect", "class", "party", "width", Share.width(tenths, WHOLE), "height", "22", "y", "2")
        .close()
        .empty("line", "class", "limit", "x1", half, "x2", half, "y1", "0", "y2", "26")
        .graphic();
  }
}
