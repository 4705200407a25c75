package org.urnengang.ledger.json;

/** Bytes are not JSON as this project reads it; the message says at which byte and why. */
public final class JsonSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JsonSyntaxException(int at, String what) {
    super("Byte " + at + ": " + what);
  }
}
