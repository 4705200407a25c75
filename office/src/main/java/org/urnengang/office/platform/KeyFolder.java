package org.urnengang.office.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.SigningKey;

/** The signing keys of the office's ledgers, one file each that only its owner may read. */
public final class KeyFolder {
  private final Path folder;

  /**
   * The keys in a data folder.
   *
   * @param data the data folder itself
   */
  public KeyFolder(Path data) {
    this.folder = data.resolve("keys");
  }

  private Path file(String day) {
    return folder.resolve(day + ".key");
  }

  /** The key of a day's ledger, empty if there is none. */
  public Optional<SigningKey> find(String day) {
    if (!Files.exists(file(day))) {
      return Optional.empty();
    }
    try {
      return Optional.of(SigningKey.parse(Files.readString(file(day))));
    } catch (IOException | LogException e) {
      throw new OfficeRefused("Der Signierschlüssel " + file(day) + " ist nicht lesbar: " + e, e);
    }
  }

  /** Destroys the key of a day's ledger, if there is one. */
  public void remove(String day) {
    try {
      Files.deleteIfExists(file(day));
    } catch (IOException e) {
      throw new OfficeRefused("Der Signierschlüssel " + file(day) + " ist nicht zu löschen", e);
    }
  }

  /** The key of a day's ledger, made now if there is none. */
  public SigningKey findOrMake(String day, String origin) {
    return find(day).orElseGet(() -> make(day, origin));
  }

  private SigningKey make(String day, String origin) {
    SigningKey key = SigningKey.generate(origin);
    try {
      Secrets.create(file(day), key.secret());
      return key;
    } catch (IOException e) {
      throw new OfficeRefused("Der Signierschlüssel ist nicht zu schreiben: " + e, e);
    }
  }

  /** A random key for the office's own use, made now if there is none. */
  public byte[] findOrMakeBytes(String name, int length) {
    try {
      if (!Files.exists(file(name))) {
        byte[] random = new byte[length];
        new SecureRandom().nextBytes(random);
        Secrets.create(file(name), HexFormat.of().formatHex(random));
      }
      return HexFormat.of().parseHex(Files.readString(file(name)).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new OfficeRefused("Der Schlüssel " + file(name) + " ist nicht lesbar: " + e, e);
    }
  }
}
