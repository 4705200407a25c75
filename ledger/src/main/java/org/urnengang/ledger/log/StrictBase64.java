package org.urnengang.ledger.log;

import java.util.Base64;

/** Base64 (RFC 4648, 4) of which no bit can change unseen: padding and spare bits must be zero. */
final class StrictBase64 {
  private StrictBase64() {}

  /**
   * The bytes that this text spells.
   *
   * @throws IllegalArgumentException if they are not spelt in the only right way
   */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not canonical Base64");
    }
    return bytes;
  }

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
