package org.urnengang.presentation.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

  /** The class of all that are not named. */
  public static String others() {
    return OTHER;
  }

  /** The stylesheet with all classes, for light and dark pages. */
  public String stylesheet() {
    StringBuilder css = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      String name = ".p" + (i + 1);
      css.append(name).append(colours(pairs.get(i).light()));
      dark.append(":root:not([data-theme=\"light\"]) ")
          .append(name)
          .append(colours(pairs.get(i).dark()));
    }
    css.append("@media (prefers-color-scheme:dark){").append(dark).append('}');
    for (int i = 0; i < pairs.size(); i++) {
      css.append(":root[data-theme=\"dark\"] .p")
          .append(i + 1)
          .append(colours(pairs.get(i).dark()));
    }
    return css.toString();
  }

  private static String colours(String colour) {
    return "{--p:" + colour + ";--on-p:" + (takesBlack(colour) ? "#000" : "#fff") + '}';
  }

  /**
   * Whether black is easier to read on this colour than white (WCAG 2, relative luminance above
   * 0.179), with the square of each channel instead of its exact curve.
   */
  static boolean takesBlack(String colour) {
    int rgb = HexFormat.fromHexDigits(colour, 1, 7);
    long luminance = 2126 * square(rgb >> 16) + 7152 * square(rgb >> 8) + 722 * square(rgb);
    return luminance * 1_000 > 179L * 10_000 * 255 * 255;
  }

  private static long square(int channel) {
    long value = channel & 0xFF;
    return value * value;
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
