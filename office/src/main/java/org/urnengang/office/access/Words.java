package org.urnengang.office.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.urnengang.ledger.log.Hash;

/** Random words that open something: links, tokens. Only their hash is kept. */
final class Words {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private Words() {}

  /** A word of 192 random bits. */
  static String make() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  static byte[] sha256(String word) {
    return Hash.sha256().digest(word.getBytes(StandardCharsets.UTF_8));
  }
}
