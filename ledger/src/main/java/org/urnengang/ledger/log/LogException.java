package org.urnengang.ledger.log;

/** A log is unreachable, cut off or does not prove what it claims; the message says what. */
public final class LogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogException(String message) {
    super(message);
  }

  public LogException(String message, Throwable cause) {
    super(message, cause);
  }
}
