package org.urnengang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.log.TileFolder;

/** A signed log in a folder, and ways to tamper with it. */
final class WrittenLog {
  private final Path folder;
  private final MerkleTree tree = new MerkleTree();
  private final String note;

  WrittenLog(Path folder, SigningKey key, List<byte[]> entries) {
    this.folder = folder;
    entries.forEach(entry -> tree.append(Hash.leaf(entry)));
    this.note =
        new Checkpoint(key.verificationKey().name(), tree.size(), tree.root(tree.size())).sign(key);
    TileFolder tiles = new TileFolder(folder, 0);
    tiles.writeKey(key.verificationKey());
    tiles.extend(tree, entries, note);
  }

  MerkleTree tree() {
    return tree;
  }

  long size() {
    return tree.size();
  }

  void writeCheckpoint() {
    write("checkpoint", note.getBytes(UTF_8));
  }

  /** Signs an older version. */
  void writeCheckpoint(SigningKey key, long size) {
    Checkpoint older = new Checkpoint(key.verificationKey().name(), size, tree.root(size));
    write("checkpoint", older.sign(key).getBytes(UTF_8));
  }

  /** Puts other entries into the bundles and leaves the hashes alone. */
  void writeBundles(List<byte[]> entries) {
    for (Tile bundle : Tile.bundles(0, size())) {
      int from = (int) bundle.index() * Tile.FULL;
      write(bundle.path(), EntryBundle.encode(entries.subList(from, from + bundle.width())));
    }
  }

  private void write(String path, byte[] bytes) {
    try {
      Files.write(folder.resolve(path), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
