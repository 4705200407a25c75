package org.urnengang.formats.counts;

/** An input is refused; the message is a German sentence that says where, what and what to do. */
public final class CountsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CountsFileException(String message) {
    super(message);
  }

  static CountsFileException of(String file, String text) {
    return new CountsFileException(file + ": " + text);
  }

  static CountsFileException at(String file, long line, String text) {
    return new CountsFileException(file + ", Zeile " + line + ": " + text);
  }

  static CountsFileException at(String file, long line, String column, String text) {
    return new CountsFileException(file + ", Zeile " + line + ", Spalte " + column + ": " + text);
  }
}
