package org.urnengang.office.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds, six digits). */
final class OneTimeCode {
  static final int SECRET_BYTES = 20;
  static final int SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final int BASE32_BITS = 5;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private OneTimeCode() {}

  /** The code of a step, which is the time since 1970 in units of 30 seconds. */
  static String at(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The step of a typed code, if it is one of now, just before or just after, and none that was
   * used.
   *
   * @param lastStep the step of the last code that was used
   */
  static OptionalLong step(byte[] secret, String typed, long second, long lastStep) {
    byte[] code = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    long now = second / SECONDS;
    return LongStream.rangeClosed(now - 1, now + 1)
        .filter(step -> step > lastStep)
        .filter(
            step -> MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.UTF_8), code))
        .findFirst();
  }

  /** The secret as people type it (RFC 4648 base 32). */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte next : secret) {
      buffer = (buffer << Byte.SIZE) | (next & 0xff);
      bits += Byte.SIZE;
      while (bits >= BASE32_BITS) {
        bits -= BASE32_BITS;
        text.append(BASE32.charAt((buffer >> bits) & 0x1f));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((buffer << (BASE32_BITS - bits)) & 0x1f));
    }
    return text.toString();
  }

  /** What an authenticator app reads from the square code. */
  static String address(byte[] secret, String login) {
    return "otpauth://totp/Urnengang:%s?secret=%s&issuer=Urnengang&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            java.net.URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20"),
            base32(secret),
            DIGITS,
            SECONDS);
  }
}
