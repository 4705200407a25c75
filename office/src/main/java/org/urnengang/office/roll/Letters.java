package org.urnengang.office.roll;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/** Zeichen der DIN 91379: Latin letters with their marks, composed as NFC. */
final class Letters {
  private static final String MARKS = " '’-.,()/`´ʹʺʻʼʽʾʿˈˌ·‡\u200c";

  private static final String ADDRESS_MARKS = "&:+\"–#";

  private Letters() {}

  /** The text as NFC without blanks at its ends. */
  static String composed(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if (stripped.charAt(i) >= 0x300) {
        return Normalizer.normalize(stripped, Normalizer.Form.NFC);
      }
    }
    return stripped;
  }

  /** Whether a name has only letters that the standard knows. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!inName(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line of an address has only characters that the standard knows. */
  static boolean isAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || inName(c) || ADDRESS_MARKS.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inName(int c) {
    return isLatin(c) || MARKS.indexOf(c) >= 0 || (c >= 0x300 && c <= 0x36F);
  }

  private static boolean isLatin(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
  }
}
