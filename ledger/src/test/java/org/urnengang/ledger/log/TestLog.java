package org.urnengang.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;

/** A signed log of numbered entries of different lengths. */
final class TestLog {
  private final SigningKey key;
  private final List<byte[]> entries;

  TestLog(String origin, int size) {
    this.key = SigningKey.generate(origin);
    this.entries =
        IntStream.range(0, size)
            .mapToObj(i -> ("Eintrag " + i + " ".repeat(i % 7)).getBytes(UTF_8))
            .toList();
  }

  SigningKey key() {
    return key;
  }

  List<byte[]> entries() {
    return entries;
  }

  MerkleTree tree(int size) {
    MerkleTree tree = new MerkleTree();
    entries.subList(0, size).forEach(entry -> tree.append(Hash.leaf(entry)));
    return tree;
  }

  /** The signed checkpoint of this size. */
  String note(int size) {
    return new Checkpoint(key.verificationKey().name(), size, tree(size).root(size)).sign(key);
  }
}
