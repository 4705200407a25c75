package org.urnengang.ledger.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key by which anybody checks a ledger (C2SP signed-note vkey, Ed25519): {@code
 * owl/2017-09-24-probe+e6a1…+AQ…}.
 */
public final class VerificationKey {
  private static final byte[] X509_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int KEY_SIZE = 32;

  private final String name;
  private final byte[] raw;
  private final PublicKey key;

  VerificationKey(String name, byte[] raw) {
    this.name = name;
    this.raw = raw.clone();
    byte[] encoded = Arrays.copyOf(X509_HEADER, X509_HEADER.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509_HEADER.length, raw.length);
    try {
      this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new LogException("Prüfschlüssel " + name + " ist kein Ed25519-Schlüssel", e);
    }
  }

  /**
   * The key written as a vkey.
   *
   * @throws LogException if it is no Ed25519 vkey or its key ID does not fit
   */
  public static VerificationKey parse(String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) {
      throw new LogException("Ein Prüfschlüssel hat die Form name+kennung+schlüssel");
    }
    byte[] typed;
    try {
      typed = StrictBase64.decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new LogException("Der Prüfschlüssel ist kein Base64", e);
    }
    if (typed.length != KEY_SIZE + 1 || typed[0] != KeyId.ED25519) {
      throw new LogException("Der Prüfschlüssel ist kein Ed25519-Schlüssel");
    }
    byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
    if (!KeyId.hex(KeyId.of(parts[0], raw)).equals(parts[1])) {
      throw new LogException("Kennung " + parts[1] + " passt nicht zum Prüfschlüssel");
    }
    return new VerificationKey(parts[0], raw);
  }

  /** C2SP signed-note: not empty, neither a plus nor any Unicode blank in it. */
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Name of the key: the origin of its ledger. */
  public String name() {
    return name;
  }

  byte[] id() {
    return KeyId.of(name, raw);
  }

  boolean verifies(String text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The vkey. */
  @Override
  public String toString() {
    return name + '+' + KeyId.hex(id()) + '+' + StrictBase64.encode(KeyId.typed(raw));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that
        && name.equals(that.name)
        && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }
}
