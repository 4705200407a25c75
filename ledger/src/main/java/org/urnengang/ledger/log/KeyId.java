package org.urnengang.ledger.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Key ID of a signed note (C2SP signed-note): the first four bytes of a hash over name and key. */
final class KeyId {
  static final int SIZE = 4;
  static final byte ED25519 = 1;

  private KeyId() {}

  static byte[] of(String name, byte[] publicKey) {
    MessageDigest digest = Hash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(publicKey), SIZE);
  }

  static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  /** The type byte in front of a key. */
  static byte[] typed(byte[] key) {
    byte[] typed = new byte[key.length + 1];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, key.length);
    return typed;
  }
}
