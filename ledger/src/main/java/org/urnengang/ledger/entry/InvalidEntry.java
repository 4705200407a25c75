package org.urnengang.ledger.entry;

/** Bytes in a ledger are no entry; the message says why. */
public final class InvalidEntry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidEntry(String message) {
    super(message);
  }

  public InvalidEntry(String message, Throwable cause) {
    super(message, cause);
  }
}
