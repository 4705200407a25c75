package org.urnengang.office.roll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a day from which the tokens and codes of its notices follow, so that none is stored
 * and a reprint says the same. With the key, all of them are gone (§ 90 BWO).
 */
final class NoticeKey {
  static final int BYTES = 32;
  private static final int TOKEN_BYTES = 16;

  private final Mac mac;

  NoticeKey(byte... key) {
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] derive(char use, long person) {
    ByteBuffer text = ByteBuffer.allocate(1 + Long.BYTES).put((byte) use).putLong(person).flip();
    mac.update(text);
    return mac.doFinal();
  }

  /** 128 bits that nobody can guess, for the address of the application page. */
  String token(long person) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(derive('t', person), TOKEN_BYTES));
  }

  /** What is typed where no QR code is read. */
  NoticeCode code(long person) {
    return NoticeCode.of(ByteBuffer.wrap(derive('c', person)));
  }

  /** What others may know of a token or code. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
