package org.urnengang.ledger.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names that were read lately, so that the same letters in thousands of entries are one string. A
 * lost race costs one string more.
 */
final class Names {
  private static final int SLOTS = 4096;
  private static final int LONGEST = 32;
  private static final @Nullable String[] KNOWN = new @Nullable String[SLOTS];

  private Names() {}

  /** The string that these ASCII bytes spell. */
  static String of(byte[] in, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return new String(in, start, length, StandardCharsets.ISO_8859_1);
    }
    int hash = length;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + in[i];
    }
    int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    String known = KNOWN[slot];
    if (known != null && spells(known, in, start, length)) {
      return known;
    }
    String fresh = new String(in, start, length, StandardCharsets.ISO_8859_1);
    KNOWN[slot] = fresh;
    return fresh;
  }

  private static boolean spells(String name, byte[] in, int start, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != in[start + i]) {
        return false;
      }
    }
    return true;
  }
}
