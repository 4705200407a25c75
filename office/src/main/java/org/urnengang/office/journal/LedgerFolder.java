package org.urnengang.office.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;

/**
 * A ledger as files that any web server can hand out: a copy of the database, made again when it
 * lags, is missing or cannot be read. Not thread-safe.
 */
public final class LedgerFolder {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFolder.class);

  private final Path folder;
  private final VerificationKey key;
  private @Nullable TileFolder tiles;
  private long size;

  public LedgerFolder(Path folder, VerificationKey key) {
    this.folder = folder;
    this.key = key;
  }

  FolderSource source() {
    return new FolderSource(folder);
  }

  /** The checkpoint as it lies in the folder, whoever signed it. */
  public Optional<String> note() {
    return source()
        .read(LogSource.CHECKPOINT)
        .map(note -> new String(note, StandardCharsets.UTF_8));
  }

  /** The checkpoint that lies in the folder, empty if none does or it is not of this ledger. */
  public Optional<Checkpoint> checkpoint() {
    try {
      return note().map(note -> Checkpoint.open(note, key));
    } catch (LogException e) {
      LOG.warn("{}: {}", folder, e.getMessage());
      return Optional.empty();
    }
  }

  /** Number of entries in the folder. */
  public long size() {
    return size;
  }

  /**
   * Brings the folder up to a version. When that fails, the next call tries again.
   *
   * @param tree the tree of that version
   * @param note its signed checkpoint
   * @param from reads the entries from an index up to that version
   */
  public void extend(MerkleTree tree, String note, LongFunction<List<byte[]>> from) {
    try {
      TileFolder open = tiles == null ? open(tree) : tiles;
      if (size < tree.size()) {
        open.extend(tree, from.apply(size), note);
        size = tree.size();
      }
      tiles = open;
    } catch (LogException | UncheckedIOException e) {
      LOG.warn("Die Kopie des Ergebnisprotokolls ist nicht zu schreiben: {}", e.getMessage());
      tiles = null;
    }
  }

  private TileFolder open(MerkleTree tree) {
    size = checkpoint().filter(found -> isPrefix(found, tree)).map(Checkpoint::size).orElse(0L);
    if (size > 0) {
      try {
        return new TileFolder(folder, size);
      } catch (LogException e) {
        LOG.warn("{} wird neu geschrieben: {}", folder, e.getMessage());
        size = 0;
      }
    }
    clear();
    TileFolder fresh = new TileFolder(folder, 0);
    fresh.writeKey(key);
    return fresh;
  }

  private static boolean isPrefix(Checkpoint found, MerkleTree tree) {
    return found.size() <= tree.size() && Arrays.equals(found.root(), tree.root(found.size()));
  }

  /** Deletes what this class writes, nothing else that may lie in the folder. */
  private void clear() {
    try {
      Files.deleteIfExists(folder.resolve(LogSource.CHECKPOINT));
      Path tree = folder.resolve("tile");
      if (Files.isDirectory(tree)) {
        try (Stream<Path> files = Files.walk(tree)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
