package org.urnengang.presentation.graphic;

import java.util.OptionalLong;
import org.urnengang.presentation.result.Share;

/** Bars, each as long as its share of a common scale; the row around it gives the colour. */
public final class Bars {
  private Bars() {}

  /** A bar of {@code value} on a scale from 0 to {@code scale}. */
  public static Graphic bar(long value, long scale) {
    return bar("party", Share.width(value, scale)).graphic();
  }

  /** The same with a stroke where the value was before. */
  public static Graphic bar(long value, long scale, OptionalLong before) {
    Markup markup = bar("party", Share.width(value, scale));
    if (before.isPresent()) {
      String at = Share.width(Math.min(before.getAsLong(), scale), scale);
      markup.empty("rect", "class", "before", "x", at, "y", "-3", "width", "3", "height", "28");
    }
    return markup.graphic();
  }

  /** The place of a bar of which nothing is counted. */
  public static Graphic open() {
    return bar("hatch", "100%").graphic();
  }

  private static Markup bar(String kind, String width) {
    return new Markup()
        .open("svg", "class", "bar", "aria-hidden", "true")
        .empty("rect", "class", kind, "width", width, "height", "100%");
  }
}
