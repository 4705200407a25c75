package org.urnengang.presentation.graphic;

import org.urnengang.presentation.result.Share;

/** Bars, each as long as its share of a common scale; the row around it gives the colour. */
public final class Bars {
  private Bars() {}

  /** A bar of {@code value} on a scale from 0 to {@code scale}. */
  public static Graphic bar(long value, long scale) {
    return bar("party", Share.width(value, scale));
  }

  /** The place of a bar of which nothing is counted. */
  public static Graphic open() {
    return bar("hatch", "100%");
  }

  private static Graphic bar(String kind, String width) {
    return new Markup()
        .open("svg", "class", "bar", "aria-hidden", "true")
        .empty("rect", "class", kind, "width", width, "height", "100%")
        .graphic();
  }
}
