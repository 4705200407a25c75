package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Straßenabschnitt eines Wahlbezirks (§ 12 BWO): a street or a part of it whose houses lie in one
 * counting district. Says nothing about who lives there.
 *
 * @param street its name
 * @param postcode of its houses, empty if unknown
 * @param place part of the town, empty if unknown
 * @param from the first house, empty for the beginning of the street
 * @param to the last house, empty for the end of the street
 * @param side which houses between them
 * @param district id of the counting district
 */
public record StreetPart(
    String street,
    String postcode,
    String place,
    Optional<HouseNumber> from,
    Optional<HouseNumber> to,
    Side side,
    String district) {

  public StreetPart {
    if (street.isBlank()) {
      throw new InvalidElection("Ein Straßenabschnitt von " + district + " hat keinen Namen");
    }
    if (from.isPresent() && to.isPresent() && from.get().isBeyond(to.get())) {
      throw new InvalidElection(
          "%s: die erste Hausnummer %s liegt hinter der letzten %s"
              .formatted(street, from.get(), to.get()));
    }
  }

  /** Which houses of a part. */
  public enum Side {
    ALL("all"),
    ODD("odd"),
    EVEN("even");

    private final String key;

    Side(String key) {
      this.key = key;
    }

    /** The word in files. */
    public String key() {
      return key;
    }

    /** The side with this word. */
    public static Optional<Side> of(String key) {
      return Arrays.stream(values()).filter(side -> side.key.equals(key)).findFirst();
    }
  }

  /**
   * Hausnummer, as 12 or 12a.
   *
   * @param letter small, empty if there is none
   */
  public record HouseNumber(int number, String letter) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,4}) ?([a-zA-Z]?)");

    /** The number that is written like this, empty if none is. */
    public static Optional<HouseNumber> of(String text) {
      Matcher written = WRITTEN.matcher(text);
      return written.matches()
          ? Optional.of(
              new HouseNumber(
                  Integer.parseInt(written.group(1)),
                  written.group(2).toLowerCase(java.util.Locale.ROOT)))
          : Optional.empty();
    }

    /** Whether it lies behind this end; an end without a letter holds all letters. */
    private boolean isBeyond(HouseNumber end) {
      return number != end.number
          ? number > end.number
          : !end.letter.isEmpty() && letter.compareTo(end.letter) > 0;
    }

    private boolean isBefore(HouseNumber begin) {
      return number != begin.number ? number < begin.number : letter.compareTo(begin.letter) < 0;
    }

    @Override
    public String toString() {
      return number + letter;
    }
  }

  /** Whether the whole street is meant. */
  public boolean isWhole() {
    return from.isEmpty() && to.isEmpty() && side == Side.ALL;
  }

  /** Whether this house lies in the part. */
  public boolean holds(HouseNumber house) {
    boolean odd = house.number() % 2 == 1;
    boolean onSide = side == Side.ALL || odd == (side == Side.ODD);
    return onSide && from.filter(house::isBefore).isEmpty() && to.filter(house::isBeyond).isEmpty();
  }
}
