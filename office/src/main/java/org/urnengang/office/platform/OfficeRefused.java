package org.urnengang.office.platform;

/** The office cannot start or go on like this; the message is a German sentence that says why. */
public final class OfficeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OfficeRefused(String message) {
    super(message);
  }

  public OfficeRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
