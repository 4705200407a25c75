package org.urnengang.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a log as files (C2SP tlog-tiles) that any web server can hand out. The checkpoint is
 * replaced last and at once, so a reader never sees one whose tiles are missing. A folder has one
 * writer. One that a crash has damaged is made whole by extending it from size 0 with all entries.
 */
public final class TileFolder {
  private final Path folder;
  private final List<byte[]> openBundle = new ArrayList<>();

  /**
   * A folder to write to.
   *
   * @param size number of entries that are already in it
   */
  public TileFolder(Path folder, long size) {
    this.folder = folder;
    long start = size - size % Tile.FULL;
    openBundle.addAll(VerifiedLog.entries(new FolderSource(folder), start, size));
  }

  /** Writes the key by which the log is checked. */
  public void writeKey(VerificationKey key) {
    write(LogSource.VKEY, (key + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the entries that a tree gained.
   *
   * @param tree the tree with the entries in it
   * @param entries the entries that are new, the last ones of the tree
   * @param note the signed checkpoint over all of them
   */
  public void extend(MerkleTree tree, List<byte[]> entries, String note) {
    long size = tree.size();
    long from = size - entries.size();
    int next = 0;
    for (Tile tile : Tile.bundles(from, size)) {
      int missing = tile.width() - openBundle.size();
      openBundle.addAll(entries.subList(next, next + missing));
      next += missing;
      writeTile(tile, EntryBundle.encode(openBundle));
      if (!tile.isPartial()) {
        openBundle.clear();
      }
    }
    for (Tile tile : Tile.covering(from, size)) {
      if (tile.level() != Tile.ENTRIES) {
        writeTile(tile, hashes(tree, tile));
      }
    }
    write(LogSource.CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a hash tile. */
  public static byte[] hashes(MerkleTree tree, Tile tile) {
    byte[] bytes = new byte[tile.width() * Hash.SIZE];
    for (int i = 0; i < tile.width(); i++) {
      byte[] hash = tree.hash(tile.level() * Tile.HEIGHT, tile.index() * Tile.FULL + i);
      System.arraycopy(hash, 0, bytes, i * Hash.SIZE, Hash.SIZE);
    }
    return bytes;
  }

  private void writeTile(Tile tile, byte[] bytes) {
    write(tile.path(), bytes);
    if (!tile.isPartial()) {
      deletePartials(folder.resolve(tile.path() + ".p"));
    }
  }

  /** A full tile makes its partial ones needless. */
  private static void deletePartials(Path partials) {
    if (!Files.isDirectory(partials)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(partials)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(partials);
    } catch (IOException e) {
      throw new LogException(partials + " ist nicht zu löschen", e);
    }
  }

  private void write(String path, byte[] bytes) {
    Path target = folder.resolve(path);
    try {
      Files.createDirectories(target.getParent());
      Path fresh = target.resolveSibling("." + target.getFileName() + ".neu");
      Files.write(fresh, bytes);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LogException(target + " ist nicht zu schreiben", e);
    }
  }
}
