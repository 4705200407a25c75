package org.urnengang.ledger.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile of a log (C2SP tlog-tiles): up to 256 hashes of one tree level, or a bundle of up to 256
 * entries.
 *
 * @param level tile level 0 to 5, or {@link #ENTRIES} for a bundle
 * @param index number of the tile on its level
 * @param width number of hashes or entries, 1 to 256; below 256 the tile is partial
 */
public record Tile(int level, long index, int width) {
  /** Entries or hashes of a full tile. */
  public static final int FULL = 256;

  /** Tree levels per tile level. */
  public static final int HEIGHT = 8;

  /** The level of entry bundles. */
  public static final int ENTRIES = -1;

  /** Where the tile lies below the log's address: {@code tile/0/x001/234.p/5}. */
  public String path() {
    StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, "x%03d/".formatted(rest % 1000));
    }
    String place = "tile/" + (level == ENTRIES ? "entries" : level) + '/' + number;
    return width == FULL ? place : place + ".p/" + width;
  }

  /** Whether this tile is partial. */
  public boolean isPartial() {
    return width < FULL;
  }

  public Tile full() {
    return new Tile(level, index, FULL);
  }

  /**
   * All tiles of a log of this size that hold entries from {@code from} on, or hashes over them.
   */
  public static List<Tile> covering(long from, long size) {
    List<Tile> tiles = new ArrayList<>(bundles(from, size));
    long first = from;
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      tiles.addAll(slice(level, first, hashes));
      first >>= HEIGHT;
      hashes >>= HEIGHT;
    }
    return tiles;
  }

  /** The bundles of a log of this size that hold entries from {@code from} on. */
  public static List<Tile> bundles(long from, long size) {
    return slice(ENTRIES, from, size);
  }

  private static List<Tile> slice(int level, long from, long size) {
    List<Tile> tiles = new ArrayList<>();
    for (long index = from / FULL; index * FULL < size; index++) {
      tiles.add(new Tile(level, index, (int) Math.min(FULL, size - index * FULL)));
    }
    return tiles;
  }
}
