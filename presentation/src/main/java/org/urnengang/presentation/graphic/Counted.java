package org.urnengang.presentation.graphic;

import org.urnengang.presentation.result.Share;

/** How far the count is: black is counted, hatched is not. */
public final class Counted {
  /** Beyond this number a stroke per district would be too fine to see and too heavy to load. */
  private static final int MOST_STROKES = 400;

  /** More than these would not fit one line at the usual width. */
  private static final int MOST_WIDE = 170;

  private Counted() {}

  /** One stroke for each district. */
  public static Graphic ticks(int received, int expected) {
    if (expected > MOST_STROKES) {
      return parts("ticks", received, expected);
    }
    String kind = expected > MOST_WIDE ? "ticks fine" : "ticks";
    Markup markup = new Markup().open("div", "class", kind, "aria-hidden", "true");
    for (int i = 0; i < expected; i++) {
      if (i < received) {
        markup.open("i").close();
      } else {
        markup.open("i", "class", "o").close();
      }
    }
    return markup.graphic();
  }

  /** A small bar for a row of a table. */
  public static Graphic mini(int received, int expected) {
    return parts("mini", received, expected);
  }

  private static Graphic parts(String kind, int received, int expected) {
    return new Markup()
        .open("svg", "class", kind, "aria-hidden", "true")
        .empty("rect", "class", "hatch", "width", "100%", "height", "100%")
        .empty(
            "rect",
            "class",
            "done",
            "width",
            Share.width(received, Math.max(1, expected)),
            "height",
            "100%")
        .graphic();
  }
}
