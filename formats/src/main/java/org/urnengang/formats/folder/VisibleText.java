package org.urnengang.formats.folder;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a name may be written with: nothing that nobody sees or that turns its neighbours around.
 */
public final class VisibleText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private VisibleText() {}

  /** Why a text cannot be a name or a value, empty if it can. */
  static Optional<String> objection(String text) {
    return text.codePoints()
        .filter(VisibleText::isHidden)
        .mapToObj("Hier steht ein unsichtbares Zeichen (U+%04X). Bitte entfernen."::formatted)
        .findFirst();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /**
   * A text from somebody else's file, made visible: control codes from 80 to 9F are quotation marks
   * and dashes of Windows-1252 that were passed on unchanged, others mean a blank or nothing.
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isHidden(character)) {
                visible.append(instead(character));
              } else {
                visible.appendCodePoint(character);
              }
            });
    return visible.toString();
  }

  private static String instead(int character) {
    if (character >= 0x80 && character < 0xA0) {
      String windows = new String(new byte[] {(byte) character}, WINDOWS);
      return windows.equals("\uFFFD") ? "" : windows;
    }
    return Character.isWhitespace(character) ? " " : "";
  }
}
