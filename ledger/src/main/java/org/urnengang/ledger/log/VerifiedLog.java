package org.urnengang.ledger.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a node has verified of a log under one key. It grows by whatever verifies and extends it and
 * never replaces anything. Not thread-safe.
 */
public final class VerifiedLog {
  private final VerificationKey key;
  private final MerkleTree tree = new MerkleTree();

  public VerifiedLog(VerificationKey key) {
    this.key = key;
  }

  public VerificationKey key() {
    return key;
  }

  /** Number of verified entries. */
  public long size() {
    return tree.size();
  }

  /** The tree over the verified entries. */
  public MerkleTree tree() {
    return tree;
  }

  /**
   * Accepts a newer version of the log.
   *
   * @param note the signed checkpoint of that version
   * @param from index of the first of the given entries, at most {@link #size()}
   * @param entries the entries up to that version
   * @return the entries that are new; none when the version is no newer
   * @throws LogException if the signature is wrong, or if that version does not extend this one
   */
  public List<byte[]> extend(String note, long from, List<byte[]> entries) {
    Checkpoint checkpoint = Checkpoint.open(note, key);
    long known = size();
    if (checkpoint.size() <= known) {
      requireRoot(checkpoint, tree.root(checkpoint.size()));
      return List.of();
    }
    if (from < 0 || from > known || from + entries.size() != checkpoint.size()) {
      throw new LogException(
          "Die Einträge %d bis %d schließen nicht an %d an oder enden nicht bei %d"
              .formatted(from, from + entries.size(), known, checkpoint.size()));
    }
    List<byte[]> fresh = List.copyOf(entries.subList((int) (known - from), entries.size()));
    tree.appendEntries(fresh);
    try {
      requireRoot(checkpoint, tree.root(checkpoint.size()));
    } catch (LogException e) {
      tree.truncate(known);
      throw e;
    }
    return fresh;
  }

  private static void requireRoot(Checkpoint checkpoint, byte[] root) {
    if (!Arrays.equals(checkpoint.root(), root)) {
      throw new LogException(
          "Die Einträge 0 bis %d ergeben nicht die unterschriebene Prüfsumme"
              .formatted(checkpoint.size() - 1));
    }
  }

  /** The entries of a source from {@code from} up to {@code to}, unverified. */
  public static List<byte[]> entries(LogSource source, long from, long to) {
    List<byte[]> entries = new ArrayList<>();
    for (Tile bundle : Tile.bundles(from, to)) {
      byte[] bytes =
          source
              .tile(bundle)
              .orElseThrow(() -> new LogException(bundle.path() + " fehlt in " + source));
      int skip = (int) Math.max(0, from - bundle.index() * Tile.FULL);
      entries.addAll(EntryBundle.decode(bytes, bundle.width()).subList(skip, bundle.width()));
    }
    return entries;
  }
}
