package org.urnengang.office.election;

import java.util.Locale;

/** Contrast of colours (WCAG 2.2, 1.4.11): graphics need 3 to 1 against the page. */
final class Contrast {
  static final String LIGHT_PAGE = "#FFFFFF";
  static final String DARK_PAGE = "#141414";
  static final double NEEDED = 3.0;

  private static final double ENOUGH_ON_DARK = 4.5;
  private static final int STEPS = 40;

  private Contrast() {}

  static boolean isColor(String text) {
    return text.matches("#[0-9A-Fa-f]{6}");
  }

  /** From 1, no difference, to 21, black on white. */
  static double of(String color, String page) {
    double a = luminance(color) + .05;
    double b = luminance(page) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String color) {
    return .2126 * linear(channel(color, 1))
        + .7152 * linear(channel(color, 3))
        + .0722 * linear(channel(color, 5));
  }

  private static int channel(String color, int at) {
    return Integer.parseInt(color.substring(at, at + 2), 16);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
  }

  /** The same hue, as much nearer to white as a dark page needs. */
  static String forDarkPages(String color) {
    for (int step = 0; step < STEPS; step++) {
      String lighter = towardsWhite(color, step / (double) STEPS);
      if (of(lighter, DARK_PAGE) >= ENOUGH_ON_DARK) {
        return lighter;
      }
    }
    return LIGHT_PAGE;
  }

  private static String towardsWhite(String color, double share) {
    return String.format(
        Locale.ROOT,
        "#%02X%02X%02X",
        mixed(channel(color, 1), share),
        mixed(channel(color, 3), share),
        mixed(channel(color, 5), share));
  }

  private static int mixed(int channel, double share) {
    return (int) Math.round(channel + (255 - channel) * share);
  }
}
