package org.urnengang.formats.folder;

/**
 * An election folder is refused as a whole: it is cut off, contradicts itself or names something
 * unknown. The message is a German sentence that says where, what and what to do.
 */
public final class ElectionFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  private ElectionFolderException(String file, int line, String where, String text) {
    super(file + where + ": " + text);
    this.file = file;
    this.line = line;
  }

  static ElectionFolderException of(String file, String text) {
    return new ElectionFolderException(file, 0, "", text);
  }

  static ElectionFolderException at(String file, int line, String text) {
    return new ElectionFolderException(file, line, ", Zeile " + line, text);
  }

  static ElectionFolderException at(String file, int line, String column, String text) {
    return new ElectionFolderException(file, line, ", Zeile " + line + ", Spalte " + column, text);
  }

  /** Name of the file in the folder. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 if the whole file is meant. */
  public int line() {
    return line;
  }
}
