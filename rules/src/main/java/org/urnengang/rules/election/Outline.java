package org.urnengang.rules.election;

import java.util.List;

/**
 * Lage und Umriss eines Gebiets, in hundred-thousandths of a degree (WGS 84, about one metre).
 *
 * @param area id of the area
 * @param centre a point inside it
 * @param rings its borders, each closed by its first point; none where only the place is known
 */
public record Outline(String area, Point centre, List<List<Point>> rings) {
  public Outline {
    rings = rings.stream().map(List::copyOf).toList();
  }

  /**
   * A place.
   *
   * @param east degrees of longitude times 100,000
   * @param north degrees of latitude times 100,000
   */
  public record Point(int east, int north) {}

  /** Whether more than the place is known. */
  public boolean isShaped() {
    return !rings.isEmpty();
  }
}
