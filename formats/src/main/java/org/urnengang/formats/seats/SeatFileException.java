package org.urnengang.formats.seats;

/** An input is refused; the message is a German sentence that says where, what and what to do. */
public final class SeatFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SeatFileException(String message) {
    super(message);
  }

  static SeatFileException of(String file, String text) {
    return new SeatFileException(file + ": " + text);
  }

  static SeatFileException at(String file, int line, String text) {
    return new SeatFileException(file + ", Zeile " + line + ": " + text);
  }
}
