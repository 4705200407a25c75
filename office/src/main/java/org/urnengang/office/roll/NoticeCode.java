package org.urnengang.office.roll;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * A code for typing: 13 letters of 5 bits that nobody can guess and 3 that check them. Any single
 * wrong letter and any two letters that changed places are found.
 */
record NoticeCode(String letters) {
  /** Without I, L, O, U, which are read as others. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int SECRET = 13;
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int BITS = 5;

  /** A prime below 32³: no difference of one letter, moved or not, is a multiple of it. */
  private static final long CHECK = 32_749;

  /** The code of these random bytes. */
  static NoticeCode of(ByteBuffer random) {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < SECRET; i++) {
      letters.append(ALPHABET.charAt(random.get() & 31));
    }
    return new NoticeCode(letters.append(check(letters)).toString());
  }

  private static String check(CharSequence letters) {
    long rest = 0;
    for (int i = 0; i < SECRET; i++) {
      rest = (rest * 32 + ALPHABET.indexOf(letters.charAt(i))) % CHECK;
    }
    return ""
        + ALPHABET.charAt((int) (rest >> (2 * BITS)))
        + ALPHABET.charAt((int) (rest >> BITS) & 31)
        + ALPHABET.charAt((int) rest & 31);
  }

  /** What somebody typed, if it is a code; small letters, blanks and O for 0 do not matter. */
  static Optional<NoticeCode> typed(String text) {
    String letters =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[ -]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean sound =
        letters.length() == LENGTH
            && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
            && letters.endsWith(check(letters));
    return sound ? Optional.of(new NoticeCode(letters)) : Optional.empty();
  }

  /** In groups of four. */
  String printed() {
    StringBuilder printed = new StringBuilder(letters);
    for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
      printed.insert(at, '-');
    }
    return printed.toString();
  }
}
