package org.urnengang.ledger.json;

import java.nio.charset.StandardCharsets;

/**
 * Reads canonical JSON (RFC 8785) of a known shape from front to back without building a tree. What
 * stands there otherwise, or has other than printable ASCII in it, puts the cursor off: then all it
 * gave is worthless, and {@link JsonReader} must say what the bytes are.
 */
public final class CanonicalCursor {
  private static final int LONGEST_COUNT = 10;

  private final byte[] in;
  private int at;
  private boolean off;

  public CanonicalCursor(byte[] in) {
    this.in = in;
  }

  /** Whether everything was as expected so far. */
  public boolean isOn() {
    return !off;
  }

  /** Whether everything was as expected and nothing is left. */
  public boolean isWhole() {
    return !off && at == in.length;
  }

  /** Passes these ASCII characters. */
  public void expect(String literal) {
    int length = literal.length();
    if (at + length > in.length) {
      off = true;
      return;
    }
    for (int i = 0; i < length; i++) {
      off |= in[at + i] != literal.charAt(i);
    }
    at += length;
  }

  /** Passes this character if it stands here. */
  public boolean accept(char c) {
    if (at < in.length && in[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Reads a string. */
  public String text() {
    int start = at + 1;
    int end = stringEnd();
    return off ? "" : new String(in, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** Reads a string that recurs, so that one serves all. */
  public String name() {
    int start = at + 1;
    int end = stringEnd();
    return off ? "" : Names.of(in, start, end);
  }

  /** Passes a string; the place of its closing quote. */
  private int stringEnd() {
    if (!accept('"')) {
      off = true;
    }
    int end = at;
    while (end < in.length && isPlain(in[end])) {
      end++;
    }
    at = end;
    if (!accept('"')) {
      off = true;
    }
    return end;
  }

  private static boolean isPlain(byte c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  /** Reads a whole number from 0 to 2^31 - 1. */
  public int count() {
    int start = at;
    long value = 0;
    while (at < in.length && in[at] >= '0' && in[at] <= '9' && at - start < LONGEST_COUNT) {
      value = value * 10 + (in[at] - '0');
      at++;
    }
    boolean empty = at == start;
    boolean padded = at - start > 1 && in[start] == '0';
    off |= empty || padded || value > Integer.MAX_VALUE;
    return (int) value;
  }
}
