package org.urnengang.presentation.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.urnengang.ledger.log.Hash;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.Question;

/**
 * Parteifarben: the colours of a day's parties as classes. Parties with the same colours, in one
 * election or in several, share a class; one without gets the colour of the others.
 */
public final class PartyColours {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final String OTHER = "other";

  /** From which hue on, in degrees, a colour has which pattern. */
  private static final NavigableMap<Integer, String> PATTERNS =
      new TreeMap<>(
          Map.of(
              0, "dots", 22, "rings", 48, "", 70, "level", 170, "upright", 255, "crosses", 345,
              "dots"));

  /** How much of its colour a weaker step keeps, in percent. */
  private static final List<Integer> WEAKER = List.of(76, 54, 34);

  private static final String LIGHT_SHEET = "#ffffff";
  private static final String DARK_SHEET = "#12131b";

  private final List<Pair> pairs = new ArrayList<>();

  private record Pair(String light, String dark) {}

  /** The colours of a day. */
  public PartyColours(ElectionDay day) {
    for (Election election : day.elections()) {
      for (BallotOption option : election.options()) {
        if (isColoured(election, option) && !pairs.contains(pair(option))) {
          pairs.add(pair(option));
        }
      }
    }
  }

  private static boolean isColoured(Election election, BallotOption option) {
    return election.question().isEmpty() && COLOUR.matcher(option.color()).matches();
  }

  private static Pair pair(BallotOption option) {
    boolean hasDark = COLOUR.matcher(option.colorDark()).matches();
    return new Pair(option.color(), hasDark ? option.colorDark() : option.color());
  }

  /** Whether a text is a colour. */
  static boolean isColour(String text) {
    return COLOUR.matcher(text).matches();
  }

  /** The class that gives this option its colour. */
  public String of(Election election, BallotOption option) {
    if (election.question().isPresent()) {
      return switch (option.no()) {
        case Question.YES -> "ja";
        case Question.NO -> "nein";
        default -> OTHER;
      };
    }
    return isColoured(election, option) ? "p" + (pairs.indexOf(pair(option)) + 1) : OTHER;
  }

  /**
   * The pattern that tells this colour from others where areas of many colours meet and colours are
   * hard to tell apart: one for each range of hues, none for black, grey and yellow.
   */
  public String pattern(BallotOption option) {
    return COLOUR.matcher(option.color()).matches() ? pattern(option.color()) : "";
  }

  static String pattern(String colour) {
    int rgb = HexFormat.fromHexDigits(colour, 1, 7);
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    int span = most - Math.min(red, Math.min(green, blue));
    if (span < 48) {
      return "";
    }
    int hue =
        most == red
            ? Math.floorMod(60 * (green - blue) / span, 360)
            : most == green ? 120 + 60 * (blue - red) / span : 240 + 60 * (red - green) / span;
    return Objects.requireNonNull(PATTERNS.floorEntry(hue)).getValue();
  }

  /** The class of all that are not named. */
  public static String others() {
    return OTHER;
  }

  /** The stylesheet with all classes, for light and dark pages. */
  public String stylesheet() {
    StringBuilder light = new StringBuilder();
    StringBuilder system = new StringBuilder();
    StringBuilder chosen = new StringBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      String name = ".p" + (i + 1);
      light.append(steps(name, pairs.get(i).light(), LIGHT_SHEET));
      String dark = steps("", pairs.get(i).dark(), DARK_SHEET);
      system.append(":root:not([data-theme=\"light\"]) ").append(nested(name, dark));
      chosen.append(":root[data-theme=\"dark\"] ").append(nested(name, dark));
    }
    return light + "@media (prefers-color-scheme:dark){" + system + "}" + chosen;
  }

  /** A colour and its weaker steps. */
  private static String steps(String name, String colour, String sheet) {
    StringBuilder css = new StringBuilder(name).append(colours(colour));
    for (int i = 0; i < WEAKER.size(); i++) {
      css.append(name)
          .append(name.isEmpty() ? "&" : "")
          .append(".w")
          .append(i + 1)
          .append(colours(mixed(colour, sheet, WEAKER.get(i))));
    }
    return css.toString();
  }

  /** The same within another rule: the plain colour first, its steps nested. */
  private static String nested(String name, String steps) {
    int plain = steps.indexOf('}');
    return name + steps.substring(0, plain) + ';' + steps.substring(plain + 1) + '}';
  }

  /** So many percent of a colour, the rest of the sheet. */
  static String mixed(String colour, String sheet, int percent) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int own = HexFormat.fromHexDigits(colour, at, at + 2);
      int other = HexFormat.fromHexDigits(sheet, at, at + 2);
      mixed.append(
          HexFormat.of().toHexDigits((byte) ((own * percent + other * (100 - percent)) / 100)));
    }
    return mixed.toString();
  }

  private static String colours(String colour) {
    return "{--p:" + colour + ";--on-p:" + (takesBlack(colour) ? "#000" : "#fff") + '}';
  }

  /** Whether black is easier to read on this colour than white: WCAG 2, luminance above 0.179. */
  static boolean takesBlack(String colour) {
    int rgb = HexFormat.fromHexDigits(colour, 1, 7);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb) > 0.179;
  }

  /** A channel of sRGB (IEC 61966-2-1) as light, 0 to 1. */
  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** Hash of the stylesheet for its address. */
  public String hash() {
    byte[] digest = Hash.sha256().digest(stylesheet().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 4);
  }

  /** Where the stylesheet of a day lies. */
  public String address(ElectionDay day) {
    return "/" + day.key() + "/parties." + hash() + ".css";
  }
}
