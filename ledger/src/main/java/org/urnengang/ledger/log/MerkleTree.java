package org.urnengang.ledger.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Merkle tree over the entries of a log (RFC 6962, 2.1), append-only, in memory: the hashes of all
 * complete subtrees, about 64 bytes per entry. Not thread-safe.
 */
public final class MerkleTree {
  private static final int MANY = 1024;

  private final List<HashList> levels = new ArrayList<>();

  /** Number of entries. */
  public long size() {
    return levels.isEmpty() ? 0 : levels.getFirst().size();
  }

  /** Appends the leaf hash of an entry. */
  public void append(byte[] leafHash) {
    byte[] hash = leafHash;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new HashList());
      }
      HashList hashes = levels.get(level);
      hashes.add(hash);
      if (hashes.size() % 2 == 1) {
        return;
      }
      hash = Hash.node(hashes.get(hashes.size() - 2), hashes.get(hashes.size() - 1));
    }
  }

  /** Appends entries; many are hashed on all cores. */
  public void appendEntries(List<byte[]> entries) {
    Stream<byte[]> each = entries.size() < MANY ? entries.stream() : entries.parallelStream();
    each.map(Hash::leaf).toList().forEach(this::append);
  }

  /** Forgets the entries from this size on. */
  public void truncate(long size) {
    for (int level = 0; level < levels.size(); level++) {
      levels.get(level).truncate((int) (size >> level));
    }
  }

  /** Hash of the complete subtree {@code index} of 2^{@code level} entries. */
  public byte[] hash(int level, long index) {
    return levels.get(level).get((int) index);
  }

  /** Root of the first {@code size} entries. */
  public byte[] root(long size) {
    return size == 0 ? Hash.empty() : subtree(0, size);
  }

  private byte[] subtree(long from, long to) {
    long size = to - from;
    int level = 63 - Long.numberOfLeadingZeros(size);
    if (Long.bitCount(size) == 1) {
      return hash(level, from >> level);
    }
    long split = from + (1L << level);
    return Hash.node(subtree(from, split), subtree(split, to));
  }

  /** Proof that entry {@code index} is among the first {@code size} (RFC 6962, 2.1.1). */
  public List<byte[]> inclusionProof(long index, long size) {
    if (index < 0 || index >= size || size > size()) {
      throw new IllegalArgumentException("entry " + index + " of " + size);
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long split = from + Long.highestOneBit(to - from - 1);
      if (index < split) {
        path.addFirst(subtree(split, to));
        to = split;
      } else {
        path.addFirst(subtree(from, split));
        from = split;
      }
    }
    return path;
  }

  /**
   * The root that an inclusion proof leads to (RFC 9162, 2.1.3.2).
   *
   * @throws LogException if a proof for this index and size cannot look like that
   */
  public static byte[] rootOf(byte[] leafHash, long index, long size, List<byte[]> proof) {
    byte[] hash = leafHash;
    long position = index;
    long last = size - 1;
    requireProof(index >= 0 && index < size);
    for (byte[] sibling : proof) {
      requireProof(last > 0 && sibling.length == Hash.SIZE);
      if (position % 2 == 1 || position == last) {
        hash = Hash.node(sibling, hash);
        while (position % 2 == 0 && position != 0) {
          position >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      position >>= 1;
      last >>= 1;
    }
    requireProof(last == 0);
    return hash;
  }

  private static void requireProof(boolean fits) {
    if (!fits) {
      throw new LogException("Der Nachweis passt nicht zu Eintrag und Größe");
    }
  }

  /** A growing list of hashes in one array. */
  private static final class HashList {
    private byte[] bytes = new byte[16 * Hash.SIZE];
    private int size;

    int size() {
      return size;
    }

    void add(byte[] hash) {
      if ((size + 1) * Hash.SIZE > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
      }
      System.arraycopy(hash, 0, bytes, size * Hash.SIZE, Hash.SIZE);
      size++;
    }

    byte[] get(int index) {
      if (index >= size) {
        throw new IndexOutOfBoundsException("hash " + index + " of " + size);
      }
      return Arrays.copyOfRange(bytes, index * Hash.SIZE, (index + 1) * Hash.SIZE);
    }

    void truncate(int newSize) {
      size = Math.min(size, newSize);
    }
  }
}
