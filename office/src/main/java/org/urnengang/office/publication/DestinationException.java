package org.urnengang.office.publication;

/** A target does not take entries now; the message says why. */
final class DestinationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DestinationException(String message) {
    super(message);
  }

  DestinationException(String message, Throwable cause) {
    super(message, cause);
  }
}
