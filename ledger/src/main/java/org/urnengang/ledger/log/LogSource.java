package org.urnengang.ledger.log;

import java.util.Optional;

/** Where the files of a log lie: an address or a folder. */
public interface LogSource {
  /** The checkpoint's place. */
  String CHECKPOINT = "checkpoint";

  /** The verification key's place. */
  String VKEY = "vkey";

  /**
   * The file at this place, empty if there is none.
   *
   * @throws LogException if the source cannot be reached
   */
  Optional<byte[]> read(String path);

  /** The file at this place, which must be there. */
  default byte[] require(String path) {
    return read(path).orElseThrow(() -> new LogException(path + " fehlt in " + this));
  }

  /** A tile, or what a longer one at its place begins with. */
  default Optional<byte[]> tile(Tile tile) {
    Optional<byte[]> exact = read(tile.path());
    return exact.isPresent() || !tile.isPartial() ? exact : read(tile.full().path());
  }
}
