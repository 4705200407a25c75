package org.urnengang.ledger.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.verify.Verification.Problem;

/** Reads the tiles of a log; what is missing, cut off or too long becomes a problem. */
final class StoredFiles {
  private final LogSource source;
  private final List<Problem> problems;

  StoredFiles(LogSource source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The bytes at a tile's own place, which end where it ends, or of a longer tile. */
  private static final class Stored {
    private final byte[] bytes;
    private final boolean whole;

    Stored(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }
  }

  private Optional<Stored> read(Tile tile) {
    try {
      Optional<byte[]> exact = source.read(tile.path());
      if (exact.isPresent()) {
        return exact.map(bytes -> new Stored(bytes, true));
      }
      Optional<byte[]> longer = source.tile(tile);
      if (longer.isEmpty()) {
        problem(tile, "Die Datei fehlt.");
      }
      return longer.map(bytes -> new Stored(bytes, false));
    } catch (LogException e) {
      problem(tile, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void problem(Tile tile, String what) {
    problems.add(new Problem(tile.path(), what));
  }

  /** The entries of a bundle, fewer than its width if it is not whole. */
  List<byte[]> bundle(Tile tile) {
    Optional<Stored> stored = read(tile);
    if (stored.isEmpty()) {
      return List.of();
    }
    List<byte[]> entries = EntryBundle.readable(stored.get().bytes, tile.width());
    if (entries.size() < tile.width()) {
      long index = tile.index() * Tile.FULL + entries.size();
      problem(tile, "Das Bündel endet in Eintrag " + index + ".");
    } else if (stored.get().whole && EntryBundle.length(entries) < stored.get().bytes.length) {
      problem(tile, "Hinter dem letzten Eintrag steht noch etwas.");
    }
    return entries;
  }

  /** The hashes of a tile, none if it is not whole. */
  List<byte[]> hashes(Tile tile) {
    Optional<Stored> stored = read(tile);
    int length = tile.width() * Hash.SIZE;
    if (stored.isEmpty()) {
      return List.of();
    }
    byte[] bytes = stored.get().bytes;
    if (bytes.length < length || (stored.get().whole && bytes.length > length)) {
      problem(tile, "Die Kachel hat " + bytes.length + " statt " + length + " Bytes.");
      return List.of();
    }
    List<byte[]> hashes = new ArrayList<>(tile.width());
    for (int from = 0; from < length; from += Hash.SIZE) {
      hashes.add(Arrays.copyOfRange(bytes, from, from + Hash.SIZE));
    }
    return hashes;
  }
}
