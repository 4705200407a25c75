package org.urnengang.ledger.log;

import java.util.Arrays;

/** A version of a log (C2SP tlog-checkpoint): how many entries it has and the root over them. */
public final class Checkpoint {
  private final String origin;
  private final long size;
  private final byte[] root;

  public Checkpoint(String origin, long size, byte[] root) {
    this.origin = origin;
    this.size = size;
    this.root = root.clone();
  }

  /** Name of the log. */
  public String origin() {
    return origin;
  }

  /** Number of entries. */
  public long size() {
    return size;
  }

  /** Merkle root over them. */
  public byte[] root() {
    return root.clone();
  }

  /** The signed note of this checkpoint. */
  public String sign(SigningKey key) {
    String text = origin + '\n' + size + '\n' + StrictBase64.encode(root) + '\n';
    return key.sign(text);
  }

  /**
   * Reads a signed note and checks its signature; signatures of other keys (witnesses) are passed
   * over.
   *
   * @throws LogException if it is no checkpoint of this key's log or the signature is wrong
   */
  public static Checkpoint open(String note, VerificationKey key) {
    return parse(SignedNote.open(note, key), key);
  }

  private static Checkpoint parse(String text, VerificationKey key) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[0].equals(key.name()) || !lines[1].matches("0|[1-9]\\d{0,17}")) {
      throw new LogException("Der Prüfpunkt gehört nicht zu " + key.name());
    }
    try {
      byte[] root = StrictBase64.decode(lines[2]);
      if (root.length == Hash.SIZE) {
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
      }
    } catch (IllegalArgumentException e) {
      throw new LogException("Die Prüfsumme des Prüfpunkts ist kein Base64", e);
    }
    throw new LogException("Die Prüfsumme des Prüfpunkts hat nicht 32 Bytes");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that
        && origin.equals(that.origin)
        && size == that.size
        && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(root);
  }
}
