package org.urnengang.presentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;

/** A signed log that grows in memory, as the office's sequencer makes it. */
public final class TestLog {
  private final SigningKey signer;
  private final MerkleTree tree = new MerkleTree();
  private final List<byte[]> entries = new ArrayList<>();

  public TestLog(String origin) {
    this(SigningKey.generate(origin));
  }

  private TestLog(SigningKey signer) {
    this.signer = signer;
  }

  /** Another log with the same key and the same beginning. */
  public TestLog fork() {
    TestLog fork = new TestLog(signer);
    entries.forEach(fork::appendBytes);
    return fork;
  }

  public TestLog append(Entry... more) {
    return append(Arrays.asList(more));
  }

  public TestLog append(List<? extends Entry> more) {
    more.forEach(entry -> appendBytes(EntryCodec.encode(entry)));
    return this;
  }

  public TestLog appendBytes(byte[] entry) {
    entries.add(entry);
    tree.append(Hash.leaf(entry));
    return this;
  }

  public VerificationKey key() {
    return signer.verificationKey();
  }

  public int size() {
    return entries.size();
  }

  public String note() {
    return new Checkpoint(key().name(), size(), tree.root(size())).sign(signer);
  }

  public List<byte[]> from(long index) {
    return List.copyOf(entries.subList((int) index, entries.size()));
  }

  /** Writes the whole log as tiles. */
  public void writeTo(Path folder) {
    TileFolder tiles = new TileFolder(folder, 0);
    tiles.writeKey(key());
    tiles.extend(tree, entries, note());
  }
}
