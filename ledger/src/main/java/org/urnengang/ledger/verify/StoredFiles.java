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

  private Optional<byte[]> read(Tile tile) {
    try {
      Optional<byte[]> stored = source.tile(tile);
      if (stored.isEmpty()) {
        problem(tile, "Die Datei fehlt.");
      }
      return stored;
    } catch (LogException e) {
      problem(tile, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void problem(Tile tile, String what) {
    problems.add(new Problem(tile.path(), what));
  }

  /** Bytes behind the end of a tile are right only if a full tile stands in for its part. */
  private void requireEnd(Tile tile, byte[] stored, long end) {
    if (stored.length > end && !(tile.isPartial() && isFull(tile, stored))) {
      problem(tile, "Hinter dem Ende steht noch etwas.");
    }
  }

  private boolean isFull(Tile tile, byte[] stored) {
    return source.read(tile.full().path()).filter(full -> Arrays.equals(full, stored)).isPresent();
  }

  /** The entries of a bundle, fewer than its width if it is not whole. */
  List<byte[]> bundle(Tile tile) {
    Optional<byte[]> stored = read(tile);
    if (stored.isEmpty()) {
      return List.of();
    }
    List<byte[]> entries = EntryBundle.readable(stored.get(), tile.width());
    if (entries.size() < tile.width()) {
      long index = tile.index() * Tile.FULL + entries.size();
      problem(tile, "Das Bündel endet in Eintrag " + index + ".");
    } else {
      requireEnd(tile, stored.get(), EntryBundle.length(entries));
    }
    return entries;
  }

  /** The hashes of a tile, none if it is not whole. */
  List<byte[]> hashes(Tile tile) {
    Optional<byte[]> stored = read(tile);
    int end = tile.width() * Hash.SIZE;
    if (stored.isEmpty()) {
      return List.of();
    }
    if (stored.get().length < end) {
      problem(tile, "Die Kachel hat " + stored.get().length + " statt " + end + " Bytes.");
      return List.of();
    }
    requireEnd(tile, stored.get(), end);
    List<byte[]> hashes = new ArrayList<>(tile.width());
    for (int from = 0; from < end; from += Hash.SIZE) {
      hashes.add(Arrays.copyOfRange(stored.get(), from, from + Hash.SIZE));
    }
    return hashes;
  }
}
