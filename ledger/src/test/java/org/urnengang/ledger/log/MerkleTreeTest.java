package org.urnengang.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
  /** The eight entries on which implementations of RFC 6962 agree. */
  private static final List<byte[]> KNOWN =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static MerkleTree treeOf(List<byte[]> entries) {
    MerkleTree tree = new MerkleTree();
    entries.forEach(entry -> tree.append(Hash.leaf(entry)));
    return tree;
  }

  private static List<byte[]> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> ("Eintrag " + i).getBytes(UTF_8)).toList();
  }

  /** MTH as RFC 6962, 2.1 writes it. */
  private static byte[] definition(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return Hash.empty();
    }
    if (entries.size() == 1) {
      return Hash.leaf(entries.getFirst());
    }
    int split = Integer.highestOneBit(entries.size() - 1);
    return Hash.node(
        definition(entries.subList(0, split)), definition(entries.subList(split, entries.size())));
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void the_known_entries_have_the_known_roots(int size, String root) {
    MerkleTree tree = treeOf(KNOWN);

    assertThat(tree.root(size)).asHexString().isEqualToIgnoringCase(root);
    assertThat(treeOf(KNOWN.subList(0, size)).root(size)).isEqualTo(tree.root(size));
  }

  @Test
  void every_root_is_what_the_rfc_defines() {
    List<byte[]> entries = numbered(300);
    MerkleTree tree = treeOf(entries);

    assertThat(tree.size()).isEqualTo(300);
    for (int size = 0; size <= entries.size(); size++) {
      assertThat(tree.root(size)).isEqualTo(definition(entries.subList(0, size)));
    }
  }

  @Test
  void every_entry_is_proved_in_every_tree_up_to_300() {
    MerkleTree tree = treeOf(numbered(300));
    for (int size = 1; size <= 300; size++) {
      byte[] root = tree.root(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.inclusionProof(index, size);
        if (!Arrays.equals(MerkleTree.rootOf(tree.hash(0, index), index, size, proof), root)) {
          throw new AssertionError("entry " + index + " of " + size);
        }
      }
    }
  }

  private static boolean proves(
      byte[] root, byte[] leaf, long index, long size, List<byte[]> proof) {
    try {
      return Arrays.equals(MerkleTree.rootOf(leaf, index, size, proof), root);
    } catch (LogException e) {
      return false;
    }
  }

  @Test
  void a_changed_proof_proves_nothing() {
    MerkleTree tree = treeOf(numbered(300));
    Random random = new Random(6962);
    for (int i = 0; i < 2_000; i++) {
      int size = 2 + random.nextInt(299);
      int index = random.nextInt(size);
      byte[] root = tree.root(size);
      byte[] leaf = tree.hash(0, index);
      List<byte[]> proof = new ArrayList<>(tree.inclusionProof(index, size));
      int at = random.nextInt(proof.size());
      switch (random.nextInt(5)) {
        case 0 -> proof.get(at)[random.nextInt(Hash.SIZE)] ^= (byte) (1 << random.nextInt(8));
        case 1 -> proof.remove(at);
        case 2 -> proof.add(random.nextInt(proof.size() + 1), proof.get(at));
        case 3 -> proof.set(at, Arrays.copyOf(proof.get(at), random.nextInt(Hash.SIZE)));
        default -> leaf[random.nextInt(Hash.SIZE)] ^= 1;
      }
      assertThat(proves(root, leaf, index, size, proof)).as("seed step " + i).isFalse();
    }
  }

  private interface Rooting {
    byte[] rootOf(byte[] leaf, long index, long size, List<byte[]> proof);
  }

  /** Places other than its own for which a proof is taken, in all trees up to 64. */
  private static long wrongPlaces(Rooting rooting) {
    MerkleTree tree = treeOf(numbered(64));
    long wrong = 0;
    for (int size = 1; size <= 64; size++) {
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = tree.inclusionProof(index, size);
        for (int other = -1; other <= size; other++) {
          boolean taken = proves(rooting, tree, index, other, size, proof);
          assertThat(taken || other != index).as("%d of %d", index, size).isTrue();
          wrong += taken && other != index ? 1 : 0;
        }
      }
    }
    return wrong;
  }

  private static boolean proves(
      Rooting rooting, MerkleTree tree, int index, long taken, int size, List<byte[]> proof) {
    try {
      return Arrays.equals(
          rooting.rootOf(tree.hash(0, index), taken, size, proof), tree.root(size));
    } catch (LogException e) {
      return false;
    }
  }

  @Test
  void a_proof_proves_one_place_only() {
    assertThat(wrongPlaces(MerkleTree::rootOf)).isZero();
  }

  @Test
  void the_property_finds_a_check_that_does_not_ask_whether_the_proof_ends_at_the_root() {
    assertThat(wrongPlaces(MerkleTreeTest::rootWithoutEnd)).isPositive();
  }

  /** Without a look at the end, entry 2 of 3 is also proved as entry 1. */
  private static byte[] rootWithoutEnd(byte[] leaf, long index, long size, List<byte[]> proof) {
    byte[] hash = leaf;
    long position = index;
    long last = size - 1;
    for (byte[] sibling : proof) {
      boolean right = position % 2 == 1 || position == last;
      hash = right ? Hash.node(sibling, hash) : Hash.node(hash, sibling);
      while (right && position % 2 == 0 && position != 0) {
        position >>= 1;
        last >>= 1;
      }
      position >>= 1;
      last >>= 1;
    }
    return hash;
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "3, 3", "0, 9", "0, 0"})
  void there_is_no_proof_outside_the_tree(long index, long size) {
    assertThatThrownBy(() -> treeOf(KNOWN).inclusionProof(index, size))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 299, 300})
  void a_shortened_tree_grows_again_as_if_it_had_never_been_longer(int size) {
    List<byte[]> entries = numbered(300);
    MerkleTree tree = treeOf(entries);
    tree.truncate(size);
    assertThat(tree.size()).isEqualTo(size);
    assertThat(tree.root(size)).isEqualTo(definition(entries.subList(0, size)));
    entries.subList(size, 300).forEach(entry -> tree.append(Hash.leaf(entry)));

    assertThat(tree.root(300)).isEqualTo(definition(entries));
  }
}
