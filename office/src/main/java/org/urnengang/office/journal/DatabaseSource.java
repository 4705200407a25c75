package org.urnengang.office.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;

/**
 * A ledger read from the database: bundles from its rows, hash tiles from the copy in files, which
 * keeps what was signed. Where the copy lags, the missing hashes are computed from the rows.
 */
final class DatabaseSource implements LogSource {
  private static final int READ_AT_ONCE = 5_000;

  private final String ledger;
  private final VerificationKey key;
  private final LedgerStore store;
  private final LedgerFolder copy;
  private @Nullable MerkleTree rows;

  DatabaseSource(String ledger, VerificationKey key, LedgerStore store, LedgerFolder copy) {
    this.ledger = ledger;
    this.key = key;
    this.store = store;
    this.copy = copy;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return switch (path) {
      case CHECKPOINT -> newestNote().map(note -> note.getBytes(StandardCharsets.UTF_8));
      case VKEY -> Optional.of((key + "\n").getBytes(StandardCharsets.UTF_8));
      default -> copy.source().read(path);
    };
  }

  /**
   * Of the database's checkpoint and the copy's the one that reaches further. A copy may be cut off
   * and is made again; what the database has was signed or is damage, and the reader has to see it.
   */
  private Optional<String> newestNote() {
    Optional<String> stored = store.newestNote(ledger);
    Optional<String> copied = copy.note().filter(note -> sizeOf(note) > 0);
    if (stored.isEmpty() || copied.isEmpty()) {
      return stored.or(() -> copied);
    }
    long size = sizeOf(stored.get());
    return size > 0 && sizeOf(copied.get()) > size ? copied : stored;
  }

  private long sizeOf(String note) {
    try {
      return Checkpoint.open(note, key).size();
    } catch (LogException e) {
      return 0;
    }
  }

  @Override
  public Optional<byte[]> tile(Tile tile) {
    if (tile.level() == Tile.ENTRIES) {
      long from = tile.index() * Tile.FULL;
      return Optional.of(EntryBundle.encode(store.entries(ledger, from, from + tile.width())));
    }
    byte[] copied = copiedHashes(tile);
    int wanted = tile.width() * Hash.SIZE;
    if (copied.length >= wanted) {
      return Optional.of(Arrays.copyOf(copied, wanted));
    }
    byte[] computed = TileFolder.hashes(tree(), tile);
    System.arraycopy(copied, 0, computed, 0, copied.length);
    return Optional.of(computed);
  }

  /** What the copy has of a tile, from its beginning. */
  private byte[] copiedHashes(Tile tile) {
    long hashes = copy.checkpoint().map(Checkpoint::size).orElse(0L);
    for (int level = 0; level < tile.level(); level++) {
      hashes >>= Tile.HEIGHT;
    }
    int width = Math.clamp(hashes - tile.index() * Tile.FULL, 0, tile.width());
    return width == 0
        ? new byte[0]
        : copy.source()
            .tile(new Tile(tile.level(), tile.index(), width))
            .map(bytes -> Arrays.copyOf(bytes, width * Hash.SIZE))
            .orElseGet(() -> new byte[0]);
  }

  private MerkleTree tree() {
    MerkleTree tree = rows;
    if (tree == null) {
      tree = new MerkleTree();
      long size = newestNote().map(this::sizeOf).orElse(0L);
      while (tree.size() < size) {
        List<byte[]> entries =
            store.entries(ledger, tree.size(), Math.min(size, tree.size() + READ_AT_ONCE));
        for (byte[] entry : entries) {
          tree.append(Hash.leaf(entry));
        }
      }
      rows = tree;
    }
    return tree;
  }

  @Override
  public String toString() {
    return "Datenbank, " + key.name();
  }
}
