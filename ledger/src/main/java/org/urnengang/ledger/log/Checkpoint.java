package org.urnengang.ledger.log;

import java.util.Arrays;
import java.util.Base64;

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
    String text = origin + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root) + '\n';
    return key.sign(text);
  }

  /**
   * Reads a signed note and checks its signature; signatures of other keys (witnesses) are passed
   * over.
   *
   * @throws LogException if it is no checkpoint of this key's log or the signature is wrong
   */
  public static Checkpoint open(String note, VerificationKey key) {
    int end = note.indexOf("\n\n");
    if (end < 0) {
      throw new LogException("Der Prüfpunkt trägt keine Unterschrift");
    }
    String text = note.substring(0, end + 1);
    if (note.substring(end + 2).lines().noneMatch(line -> signs(line, text, key))) {
      throw new LogException("Der Prüfpunkt ist nicht mit " + key.name() + " unterschrieben");
    }
    return parse(text, key);
  }

  private static boolean signs(String line, String text, VerificationKey key) {
    String start = "— " + key.name() + ' ';
    if (!line.startsWith(start)) {
      return false;
    }
    try {
      byte[] signed = Base64.getDecoder().decode(line.substring(start.length()));
      return signed.length > KeyId.SIZE
          && Arrays.equals(Arrays.copyOf(signed, KeyId.SIZE), key.id())
          && key.verifies(text, Arrays.copyOfRange(signed, KeyId.SIZE, signed.length));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Checkpoint parse(String text, VerificationKey key) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[0].equals(key.name()) || !lines[1].matches("0|[1-9]\\d{0,17}")) {
      throw new LogException("Der Prüfpunkt gehört nicht zu " + key.name());
    }
    try {
      byte[] root = Base64.getDecoder().decode(lines[2]);
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
