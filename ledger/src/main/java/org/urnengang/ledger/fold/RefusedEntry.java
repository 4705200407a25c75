package org.urnengang.ledger.fold;

/** An entry contradicts the ledger before it; the message says why. */
public final class RefusedEntry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusedEntry(String message) {
    super(message);
  }
}
