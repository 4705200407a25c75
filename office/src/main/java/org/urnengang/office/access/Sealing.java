package org.urnengang.office.access;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
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
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret);
      byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] open(byte[] sealed) {
    return tryOpen(sealed)
        .orElseThrow(
            () -> new IllegalStateException("a sealed secret does not open with keys/access.key"));
  }

  /** Whether it was sealed with this key. */
  boolean opens(byte[] sealed) {
    return tryOpen(sealed).isPresent();
  }

  private Optional<byte[]> tryOpen(byte[] sealed) {
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
              .doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
