package org.urnengang.ledger.log;

import java.util.Arrays;

/** A signed note (C2SP signed-note): a text, a blank line and signatures, one a line. */
final class SignedNote {
  private static final String MARK = "—";

  private SignedNote() {}

  /**
   * The text of a note that this key signed, with its last line feed. Signatures of other keys,
   * such as those of witnesses, are passed over.
   *
   * @throws LogException if it is no signed note, if the key has not signed it or its signature is
   *     wrong
   */
  static String open(String note, VerificationKey key) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || end + 2 == note.length() || !note.endsWith("\n")) {
      throw new LogException("Der Prüfpunkt trägt keine Unterschrift");
    }
    String text = note.substring(0, end + 1);
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new LogException("Der Prüfpunkt enthält Steuerzeichen");
    }
    boolean signed = false;
    for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
      signed |= signs(line, text, key);
    }
    if (!signed) {
      throw new LogException("Der Prüfpunkt ist nicht mit " + key.name() + " unterschrieben");
    }
    return text;
  }

  /**
   * Whether this line is a signature of the key.
   *
   * @throws LogException if it is no signature line, or one of the key that is wrong
   */
  private static boolean signs(String line, String text, VerificationKey key) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals(MARK) || words[1].isEmpty()) {
      throw new LogException("Eine Unterschrift des Prüfpunkts ist nicht lesbar");
    }
    byte[] signed = decode(words[2]);
    boolean own =
        words[1].equals(key.name()) && Arrays.equals(Arrays.copyOf(signed, KeyId.SIZE), key.id());
    if (own && !key.verifies(text, Arrays.copyOfRange(signed, KeyId.SIZE, signed.length))) {
      throw new LogException("Die Unterschrift von " + key.name() + " ist falsch");
    }
    return own;
  }

  private static byte[] decode(String signature) {
    try {
      byte[] signed = StrictBase64.decode(signature);
      if (signed.length > KeyId.SIZE) {
        return signed;
      }
    } catch (IllegalArgumentException e) {
      throw new LogException("Eine Unterschrift des Prüfpunkts ist kein Base64", e);
    }
    throw new LogException("Eine Unterschrift des Prüfpunkts ist zu kurz");
  }
}
