package org.urnengang.office.access;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals small secrets (AES-256-GCM), so that a copy of the database alone does not tell them. */
final class Sealing {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  Sealing(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] seal(byte[] secret) {
    byte[] nonce = Words.random(NONCE);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret);
    byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    return both;
  }

  byte[] open(byte[] sealed) {
    return run(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(sealed, NONCE),
        Arrays.copyOfRange(sealed, NONCE, sealed.length));
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed secret does not open with keys/access.key", e);
    }
  }
}
