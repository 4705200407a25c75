package org.urnengang.office.access;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;

/** An authenticator app: shows codes, each once, as the next ones if it must. */
public final class Authenticator {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final InstantSource clock;
  private byte[] secret = new byte[0];
  private long used;

  public Authenticator(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes a secret as it is typed. */
  public void learn(String typed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char letter : typed.replace(" ", "").toCharArray()) {
      buffer = buffer << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits & 0xff);
      }
    }
    secret = bytes.toByteArray();
    used = 0;
  }

  /** A code that was not shown before; at most three within half a minute are accepted. */
  public String code() {
    long now = clock.instant().getEpochSecond() / OneTimeCode.SECONDS;
    used = Math.max(used + 1, now - 1);
    return OneTimeCode.at(secret, used);
  }

  /** The last code again. */
  public String again() {
    return OneTimeCode.at(secret, used);
  }
}
