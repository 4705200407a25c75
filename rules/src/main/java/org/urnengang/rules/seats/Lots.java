package org.urnengang.rules.seats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Die bisher gezogenen Lose of an election. A lot answers only the very case it was drawn for: a
 * correction that changes the case asks for a new one.
 */
public final class Lots {
  private static final Lots NONE = new Lots(Map.of());

  private final Map<LotCase, Lot> byOccasion;

  private Lots(Map<LotCase, Lot> byOccasion) {
    this.byOccasion = byOccasion;
  }

  /** No lot has been drawn. */
  public static Lots none() {
    return NONE;
  }

  /**
   * These lots.
   *
   * @throws InvalidSeatInput if two differ on the same case
   */
  public static Lots of(Collection<Lot> lots) {
    Map<LotCase, Lot> byOccasion = new LinkedHashMap<>();
    for (Lot lot : lots) {
      Lot earlier = byOccasion.putIfAbsent(lot.occasion(), lot);
      if (earlier != null && !earlier.equals(lot)) {
        throw new InvalidSeatInput("zwei verschiedene Lose für " + lot.occasion());
      }
    }
    return new Lots(Map.copyOf(byOccasion));
  }

  /** Who won the lot for this case, empty if none was drawn for exactly this case. */
  public Optional<SortedSet<String>> drawn(LotCase occasion) {
    return Optional.ofNullable(byOccasion.get(occasion)).map(Lot::drawn);
  }
}
