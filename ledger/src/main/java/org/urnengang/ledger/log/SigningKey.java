package org.urnengang.ledger.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** The secret key that signs the checkpoints of one ledger (Ed25519). */
public final class SigningKey {
  private static final String MARK = "PRIVATE+KEY+";
  private static final int RAW_SIZE = 32;

  private final VerificationKey verificationKey;
  private final PrivateKey key;

  private SigningKey(VerificationKey verificationKey, PrivateKey key) {
    this.verificationKey = verificationKey;
    this.key = key;
  }

  /** A new key with this name, the origin of its ledger. */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(
          new VerificationKey(name, tail(pair.getPublic().getEncoded())), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 platform has Ed25519", e);
    }
  }

  private static byte[] tail(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - RAW_SIZE, encoded.length);
  }

  /**
   * The key in the form that {@link #secret} writes.
   *
   * @throws LogException if it is none
   */
  public static SigningKey parse(String secret) {
    String[] halves = secret.strip().split(" ", 2);
    if (halves.length != 2 || !halves[0].startsWith(MARK)) {
      throw new LogException("Das ist kein Signierschlüssel eines Ergebnisprotokolls");
    }
    VerificationKey verificationKey = VerificationKey.parse(halves[1]);
    try {
      byte[] encoded = StrictBase64.decode(halves[0].substring(MARK.length()));
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      SigningKey pair = new SigningKey(verificationKey, key);
      if (!verificationKey.verifies(MARK, pair.signature(MARK))) {
        throw new LogException("Signierschlüssel und Prüfschlüssel gehören nicht zusammen");
      }
      return pair;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new LogException("Der Signierschlüssel ist beschädigt", e);
    }
  }

  /** The secret and the vkey in one line, for a file that only its owner may read. */
  public String secret() {
    return MARK + StrictBase64.encode(key.getEncoded()) + ' ' + verificationKey;
  }

  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** The signed note of a text that ends with a line feed (C2SP signed-note). */
  String sign(String text) {
    byte[] id = verificationKey.id();
    byte[] signature = signature(text);
    byte[] line = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, line, id.length, signature.length);
    return text + "\n— " + verificationKey.name() + ' ' + StrictBase64.encode(line) + '\n';
  }

  private byte[] signature(String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
